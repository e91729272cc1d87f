package dev.outlay.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

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

  static PrintStream text(OutputStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }
}
