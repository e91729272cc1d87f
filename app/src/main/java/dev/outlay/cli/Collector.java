package dev.outlay.cli;

import dev.outlay.app.Collecting;
import dev.outlay.app.ConnectionConfig;
import dev.outlay.app.setting.WrongUse;
import dev.outlay.cli.output.SafeText;
import dev.outlay.cli.progress.Progress;
import dev.outlay.cli.progress.Screenful;
import dev.outlay.cli.progress.Summary;
import dev.outlay.cli.progress.Watch;
import dev.outlay.cli.screen.Times;
import dev.outlay.connection.Forecast;
import dev.outlay.connection.Linked;
import dev.outlay.failure.Failure;
import dev.outlay.source.Selection;
import dev.outlay.store.Store;
import dev.outlay.sync.Status;
import dev.outlay.sync.SyncReport;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Collects one connection before the eyes of a person, and says what came of it.
 *
 * @param table whether to print what came of each dataset
 */
record Collector(Shell shell, Store store, Progress.Mode mode, Stop stop, boolean table) {
  private static final Duration WORTH_SAYING = Duration.ofSeconds(20);

  /** The exit code; what went wrong with one connection does not stop the next. */
  int collect(ConnectionConfig connection, Selection selection) {
    return collect(
        connection.name(), () -> Collecting.begin(shell.app(), store, connection, selection));
  }

  /** The same for a connection that the store remembers. */
  int collect(Linked connection, Selection selection) {
    return collect(
        connection.name(), () -> Collecting.begin(shell.app(), store, connection, selection));
  }

  private int collect(String name, Supplier<Collecting> beginning) {
    if (stop.stopped()) {
      return Exit.INTERRUPTED;
    }
    try {
      return stop.orInterrupted(shell, () -> begin(name, beginning));
    } catch (Failure | WrongUse e) {
      return new Mistakes(shell).handle(e);
    }
  }

  private int begin(String name, Supplier<Collecting> beginning) {
    try (Collecting collecting = beginning.get()) {
      return run(collecting, name);
    }
  }

  private int run(Collecting collecting, String name) {
    shell
        .err()
        .println(
            shell.inkErr().bold(name) + "  " + SafeText.line(collecting.organization().name()));
    Forecast forecast = collecting.forecast();
    foretell(forecast);
    Watch watch = Watch.begin();
    SyncReport report;
    try (Progress progress = Progress.of(mode, screen(), forecast.steps())) {
      report = collecting.run(progress);
    }
    print(new Summary(report), watch.elapsed());
    return code(report);
  }

  private void foretell(Forecast forecast) {
    if (forecast.waiting().compareTo(WORTH_SAYING) > 0) {
      shell
          .err()
          .println(
              "This takes about "
                  + Times.about(forecast.waiting())
                  + ": "
                  + forecast.requests()
                  + " requests, and the API allows few a minute. Newest and cost come first; Ctrl-C"
                  + " keeps what is there.");
    }
  }

  private void print(Summary summary, Duration took) {
    if (table) {
      summary.lines().forEach(shell.out()::println);
      shell.out().println("in " + Times.of(took));
      shell.out().flush();
    }
    summary.failures().forEach(new Mistakes(shell)::say);
  }

  private int code(SyncReport report) {
    if (report.datasets().stream().anyMatch(each -> each.status() == Status.INTERRUPTED)) {
      return interrupted();
    }
    return report.refused() ? Exit.REFUSED : report.complete() ? Exit.OK : Exit.FAILED;
  }

  private int interrupted() {
    shell
        .err()
        .println("Interrupted. What was committed is kept; run the same command again to go on.");
    return Exit.INTERRUPTED;
  }

  private Screenful screen() {
    return new Screenful(shell.err(), shell.inkErr(), shell.streams().terminal().width());
  }
}
