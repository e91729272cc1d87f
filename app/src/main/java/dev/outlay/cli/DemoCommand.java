package dev.outlay.cli;

import dev.outlay.app.App;
import dev.outlay.app.ConnectionConfig;
import dev.outlay.app.SharedStore;
import dev.outlay.cli.demo.DemoStore;
import dev.outlay.cli.demo.DemoSummary;
import dev.outlay.cli.progress.Progress;
import dev.outlay.simulator.Settings;
import dev.outlay.simulator.Simulator;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what it is like, without a key. */
@Command(
    name = "demo",
    description = "Collect a year of a made-up organisation and show what it spent; no key needed.",
    footerHeading = "%nExample:%n",
    footer = "  outlay demo --once")
final class DemoCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(names = "--once", description = "End after the summary.")
  private boolean once;

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
    App app = shell.app();
    Path file = app.config().demoStore();
    try (Simulator simulator = Simulator.start(Settings.defaults().withClock(app.clock()))) {
      int code = collect(app, simulator, file);
      if (code == Exit.OK && !once) {
        new HowToReach(shell).print(simulator.url());
        Stop.await();
      }
      return code;
    }
  }

  private int collect(App app, Simulator simulator, Path file) {
    new DemoStore(file).remove(() -> app.openStore(file, "demo").close());
    try (Stop stop = Stop.here();
        SharedStore open = app.openStore(file, "demo")) {
      ConnectionConfig connection =
          ConnectionConfig.of(
              "demo", Map.of("api_key", Settings.KEY, "base_url", simulator.url().toString()));
      int code =
          new Collector(shell, open.store(), progress, stop, false)
              .collect(connection, connection.selection());
      if (code == Exit.OK) {
        new DemoSummary(open.answers(), app.clock().instant(), shell.ink())
            .lines()
            .forEach(shell.out()::println);
        howToGoOn(file);
      }
      return code;
    }
  }

  private void howToGoOn(Path file) {
    shell.out().println();
    shell.out().println("Ask more of it:     ./outlay spend --by workspace,model --store " + file);
    shell.out().println("Your own figures:   ANTHROPIC_ADMIN_KEY=sk-ant-admin… ./outlay sync");
    shell.out().flush();
  }
}
