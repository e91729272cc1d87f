package dev.outlay.cli;

import dev.outlay.admin.AdminApi;
import dev.outlay.app.App;
import dev.outlay.app.ConnectionConfig;
import dev.outlay.app.SharedStore;
import dev.outlay.cli.progress.Progress;
import dev.outlay.connection.Linked;
import dev.outlay.source.Selection;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
    wanted.selection(Selection.everything(Map.of()));
    if (!Files.exists(app.config().store())) {
      needKey(app, connections);
    }
    AdminApi.warmUp();
    try (Stop stop = Stop.here()) {
      return stop.orInterrupted(shell, () -> collect(app, connections, stop));
    }
  }

  /** Keys first: without any there should not even be an empty store. */
  private void needKey(App app, List<ConnectionConfig> connections) {
    wanted.check(app);
    connections.stream().limit(connections.size() == 1 ? 1 : 0).forEach(ConnectionConfig::admin);
  }

  private int collect(App app, List<ConnectionConfig> connections, Stop stop) {
    try (SharedStore open = app.openStore("sync")) {
      List<Linked> stored = wanted.stored(app, open.store());
      List<ConnectionConfig> meant =
          connections.stream().filter(ConnectionConfig::isMeant).toList();
      if (stored.isEmpty() && meant.isEmpty()) {
        needKey(app, connections);
      }
      Collector collector = new Collector(shell, open.store(), progress, stop, true);
      return Stream.concat(
              meant.stream()
                  .map(each -> collector.collect(each, wanted.selection(each.selection()))),
              stored.stream()
                  .map(each -> collector.collect(each, wanted.selection(each.selection()))))
          .reduce(Exit.OK, Exit::worse);
    }
  }
}
