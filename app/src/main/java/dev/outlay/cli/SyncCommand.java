package dev.outlay.cli;

import dev.outlay.admin.AdminApi;
import dev.outlay.app.App;
import dev.outlay.app.ConnectionConfig;
import dev.outlay.app.SharedStore;
import dev.outlay.cli.progress.Progress;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Collects what is due. */
@Command(
    name = "sync",
    description = "Collect what is new or may have changed into the store.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  outlay sync",
      "  outlay sync --connection production --datasets cost_report,usage_report --from 2026-01-01"
    })
final class SyncCommand implements Callable<Integer> {
  private final Shell shell;
  @Mixin private Wanted wanted = new Wanted();

  @Option(
      names = "--progress",
      paramLabel = "HOW",
      description =
          "${COMPLETION-CANDIDATES}: auto redraws on a terminal, json prints one event a line"
              + " (default: ${DEFAULT-VALUE}).")
  private Progress.Mode progress = Progress.Mode.auto;

  SyncCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    App app = shell.app();
    List<ConnectionConfig> connections = wanted.connections(app);
    connections.forEach(each -> wanted.selection(each.selection()));
    // Keys first: without any there should not even be an empty store.
    connections.stream().limit(connections.size() == 1 ? 1 : 0).forEach(ConnectionConfig::admin);
    AdminApi.warmUp();
    try (Stop stop = Stop.here()) {
      return stop.orInterrupted(shell, () -> collect(app, connections, stop));
    }
  }

  private int collect(App app, List<ConnectionConfig> connections, Stop stop) {
    try (SharedStore open = app.openStore("sync")) {
      Collector collector = new Collector(shell, open.store(), progress, stop, true);
      return connections.stream()
          .map(each -> collector.collect(each, wanted.selection(each.selection())))
          .reduce(Exit.OK, Exit::worse);
    }
  }
}
