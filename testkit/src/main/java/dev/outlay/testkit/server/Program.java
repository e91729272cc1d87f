package dev.outlay.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A program of others on this machine: on the PATH, or where {@code testkit/src/servers/fetch.sh}
 * puts it.
 */
public record Program(Path path) {
  /** The program; a test without it is not run, and says so. */
  public static Program needed(String name) {
    Optional<Program> found = find(name);
    if (found.isEmpty()) {
      String told =
          "NOT RUN: "
              + name
              + " is neither on the PATH nor in "
              + folder()
              + "; testkit/src/servers/fetch.sh brings it";
      System.err.println(told);
      Assumptions.abort(told);
    }
    return found.orElseThrow();
  }

  static Optional<Program> find(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    Stream<Path> installed = Arrays.stream(path.split(":")).map(Path::of);
    return Stream.concat(installed, unpacked().stream())
        .map(folder -> folder.resolve(name))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Program::new);
  }

  private static Path folder() {
    return Optional.ofNullable(System.getenv("OUTLAY_TEST_SERVERS"))
        .map(Path::of)
        .orElse(Path.of(System.getProperty("user.home"), ".cache", "outlay-test"));
  }

  private static List<Path> unpacked() {
    if (!Files.isDirectory(folder())) {
      return List.of();
    }
    try (Stream<Path> packages = Files.list(folder())) {
      return packages.sorted().map(each -> each.resolve("usr/bin")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it as a server; what it says goes into a file of that folder. */
  public Started start(Path folder, String... arguments) {
    try {
      Path log = folder.resolve(path.getFileName() + ".log");
      Process process = builder(arguments).redirectOutput(log.toFile()).start();
      return new Started(process, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs it to its end. */
  public Ran run(Path input, String... arguments) {
    try {
      Process process = builder(arguments).redirectInput(input.toFile()).start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Ran(process.waitFor(), said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private ProcessBuilder builder(String... arguments) {
    List<String> command = new ArrayList<>(List.of(path.toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true);
  }

  /** How it ended, and what it said. */
  public record Ran(int exit, String said) {}
}
