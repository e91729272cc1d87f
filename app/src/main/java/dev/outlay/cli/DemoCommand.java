package dev.outlay.cli;

import dev.outlay.app.App;
import dev.outlay.app.ConnectionConfig;
import dev.outlay.app.Serving;
import dev.outlay.app.SharedStore;
import dev.outlay.cli.demo.DemoStore;
import dev.outlay.cli.demo.DemoSummary;
import dev.outlay.cli.progress.Progress;
import dev.outlay.server.Binding;
import dev.outlay.simulator.Settings;
import dev.outlay.simulator.Simulator;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what it is like, without a key. */
@Command(
    name = "demo",
    description =
        "Collect a year of a made-up organisation, show what it spent and open its pages; no key needed.",
    footerHeading = "%nExample:%n",
    footer = "  outlay demo --once")
final class DemoCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(names = "--once", description = "End after the summary.")
  private boolean once;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Where the pages are (default: 8080); 0 takes any port that is free.")
  private Optional<Integer> port = Optional.empty();

  @Option(
      names = "--progress",
      paramLabel = "HOW",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Progress.Mode progress = Progress.Mode.auto;

  DemoCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    try (Simulator simulator = Simulator.start(Settings.defaults().withClock(shell.app().clock()));
        Stop stop = Stop.here()) {
      return stop.orInterrupted(shell, () -> demo(simulator.url(), stop));
    }
  }

  private int demo(URI simulator, Stop stop) {
    ConnectionConfig connection =
        ConnectionConfig.of(
            "demo", Map.of("api_key", Settings.KEY, "base_url", simulator.toString()));
    App app = shell.app().demo(connection);
    Binding binding = app.config().binding(Optional.empty(), port);
    new DemoStore(app.config().store()).remove(() -> app.openStore("demo").close());
    try (SharedStore open = app.openToServe("demo")) {
      int code =
          new Collector(shell, open.store(), progress, stop, false)
              .collect(connection, connection.selection());
      return code == Exit.OK ? show(app, open, binding, simulator, stop) : code;
    }
  }

  private int show(App app, SharedStore open, Binding binding, URI simulator, Stop stop) {
    new DemoSummary(open.answers(), app.clock().instant(), shell.ink())
        .lines()
        .forEach(shell.out()::println);
    howToGoOn(app.config().store());
    if (!once) {
      serve(app, open, binding, simulator, stop);
    }
    return Exit.OK;
  }

  private void serve(App app, SharedStore open, Binding binding, URI simulator, Stop stop) {
    Logging.begin();
    try (Serving serving = Serving.over(app, open, binding, Version.text())) {
      shell.out().println("In the browser:     " + serving.url());
      shell.out().flush();
      new HowToReach(shell).print(simulator);
      stop.untilThen();
    }
  }

  private void howToGoOn(Path file) {
    shell.out().println();
    shell.out().println("Ask more of it:     ./outlay spend --by workspace,model --store " + file);
    shell.out().println("Your own figures:   ANTHROPIC_ADMIN_KEY=sk-ant-admin… ./outlay sync");
    shell.out().flush();
  }
}
