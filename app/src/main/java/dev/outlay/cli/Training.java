package dev.outlay.cli;

import dev.outlay.simulator.Settings;
import dev.outlay.simulator.Simulator;
import dev.outlay.simulator.world.Size;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Run once by the build: goes the ways that people go, so that what is loaded on the way can be
 * kept for the next start.
 */
final class Training {
  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("--version"),
          List.of("--help"),
          List.of("sync", "--help"),
          List.of("nonsense"),
          List.of("check"),
          List.of("sync"),
          List.of("sync", "--progress", "json"),
          List.of("spend"),
          List.of("spend", "--by", "workspace,model", "--grain", "month", "--compare", "previous"),
          List.of("query", "SELECT * FROM usage_daily"),
          List.of("query", "SELECT * FROM cost_report", "--format", "csv"),
          List.of("datasets"),
          List.of("doctor"));

  private Training() {}

  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("outlay-training");
    Settings small =
        Settings.defaults()
            .withSize(Size.demo().withStreams(6).withHistoryDays(30).withDevelopers(2));
    try (Simulator simulator = Simulator.start(small)) {
      Map<String, String> environment =
          Map.of(
              "ANTHROPIC_ADMIN_KEY", Settings.KEY,
              "OUTLAY_BASE_URL", simulator.url().toString(),
              "OUTLAY_STORE", "training.duckdb",
              "OUTLAY_LOOKBACK_DAYS", "20",
              "TERM", "xterm");
      COMMANDS.forEach(line -> run(line, environment, folder));
    } finally {
      remove(folder);
    }
  }

  private static void run(List<String> line, Map<String, String> environment, Path folder) {
    OutputStream nowhere = OutputStream.nullOutputStream();
    Streams streams =
        new Streams(
            InputStream.nullInputStream(), nowhere, nowhere, new Terminal(true, true, 100), folder);
    System.out.println(
        String.join(" ", line)
            + ": "
            + Main.run(line.toArray(String[]::new), environment, streams));
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path each : files.toList()) {
        Files.delete(each);
      }
    }
    Files.delete(folder);
  }
}
