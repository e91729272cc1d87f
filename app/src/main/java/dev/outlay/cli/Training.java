package dev.outlay.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Run once by the build: goes the ways that people go, so that what is loaded on the way can be
 * kept for the next start.
 */
final class Training {
  private static final List<String> COMMANDS =
      List.of("--version", "--help", "sync --help", "nonsense", "datasets");

  private Training() {}

  public static void main(String[] args) {
    Path folder = Path.of("").toAbsolutePath();
    COMMANDS.forEach(line -> run(line, folder));
  }

  private static void run(String line, Path folder) {
    OutputStream nowhere = OutputStream.nullOutputStream();
    int code =
        Main.run(
            line.split(" "),
            Map.of(),
            new Streams(InputStream.nullInputStream(), nowhere, nowhere, Terminal.NONE, folder));
    System.out.println(line + ": " + code);
  }
}
