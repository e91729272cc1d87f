package dev.outlay.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The world a command line runs in.
 *
 * @param in standard input
 * @param out for results
 * @param err for everything else
 * @param terminal what they lead to
 * @param workFolder what relative file names start from
 */
public record Streams(
    InputStream in, OutputStream out, OutputStream err, Terminal terminal, Path workFolder) {
  /** Where nothing is piped in. */
  public Streams(OutputStream out, OutputStream err, Terminal terminal, Path workFolder) {
    this(InputStream.nullInputStream(), out, err, terminal, workFolder);
  }

  /** Those of this process. */
  static Streams ofProcess() {
    return new Streams(
        System.in,
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        Terminal.parse(System.getProperty("outlay.terminal", "")),
        Path.of("").toAbsolutePath());
  }

  /** One line that is not shown while it is typed, where a person types. */
  Optional<String> secret(String prompt) {
    Console console = System.in.equals(in) ? System.console() : null;
    return console != null && console.isTerminal()
        ? Optional.ofNullable(console.readPassword("%s", prompt)).map(String::new)
        : new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().findFirst();
  }

  static PrintStream text(OutputStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }
}
