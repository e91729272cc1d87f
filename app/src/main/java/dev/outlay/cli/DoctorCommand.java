package dev.outlay.cli;

import dev.outlay.app.App;
import dev.outlay.app.ConnectionConfig;
import dev.outlay.app.setting.Secrets;
import dev.outlay.app.setting.WrongUse;
import dev.outlay.cli.screen.Grid;
import dev.outlay.dataset.catalogue.Datasets;
import dev.outlay.failure.Failure;
import dev.outlay.holder.NoStore;
import dev.outlay.store.Answers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Says what somebody who helps needs to know. */
@Command(
    name = "doctor",
    description = "Report versions, settings and the state of the store; safe to paste.",
    footerHeading = "%nExample:%n",
    footer = "  outlay doctor > report.txt")
final class DoctorCommand implements Callable<Integer> {
  private static final String BAD_SYNCS =
      "SELECT started_at, connection, dataset, status, error FROM syncs"
          + " WHERE status NOT IN ('ok', 'not_entitled') ORDER BY started_at DESC LIMIT 10";
  private static final String LAST_SYNCS =
      "SELECT connection, max(finished_at), count(*) FROM syncs GROUP BY connection ORDER BY 1";

  private final Shell shell;

  DoctorCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    machine();
    App app = shell.app();
    say("configuration", app.config().file().map(Path::toString).orElse("none"));
    app.config().now().ifPresent(now -> say("clock", "fixed at " + now));
    app.config().connections().forEach(this::connection);
    return store(app);
  }

  private void machine() {
    say("outlay", Version.text());
    say("java", property("java.vm.version") + ", " + property("java.vendor"));
    say(
        "machine",
        "%s %s %s, %d processors, %d MB heap"
            .formatted(
                property("os.name"),
                property("os.version"),
                property("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20));
  }

  private void connection(ConnectionConfig each) {
    String key;
    try {
      key = each.shownKey();
    } catch (WrongUse | Failure e) {
      key = String.valueOf(e.getMessage());
    }
    say("connection", each.name() + ", key " + key + ", " + each.shownUrl());
  }

  private int store(App app) {
    Path file = app.config().store();
    say("store", file + (Files.exists(file) ? "" : ", not there yet"));
    if (!Files.exists(file)) {
      return Exit.OK;
    }
    say("size", (file.toFile().length() + 500_000) / 1_000_000 + " MB");
    try (Answers answers = app.answers()) {
      inside(answers);
      return Exit.OK;
    } catch (Failure | NoStore e) {
      say("problem", String.valueOf(e.getMessage()));
      return Exit.FAILED;
    }
  }

  private void inside(Answers answers) {
    TextRows asked = new TextRows(answers);
    asked.rows("SELECT version()").forEach(row -> say("engine", "DuckDB " + row.getFirst()));
    Stored stored = Stored.in(answers);
    Grid grid = new Grid();
    Datasets.ALL.stream()
        .filter(stored::has)
        .forEach(dataset -> grid.line("  " + dataset.name(), stored.of(dataset)));
    grid.lines().forEach(shell.out()::println);
    asked
        .rows(LAST_SYNCS)
        .forEach(row ->
            say("synced", row.get(0) + " until " + row.get(1) + ", " + row.get(2) + " runs"));
    asked.rows(BAD_SYNCS).forEach(this::badSync);
  }

  private void badSync(List<String> row) {
    say("trouble", String.join(" ", row));
  }

  private void say(String what, String text) {
    String home = property("user.home");
    String safe = home.length() > 1 ? text.replace(home, "~") : text;
    shell.out().println("%-14s %s".formatted(what, Secrets.mask(safe)));
  }

  private static String property(String name) {
    return System.getProperty(name, "");
  }
}
