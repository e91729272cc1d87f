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
 * @param in what is piped in
 * @param bytes stdout itself, which tells of failures that {@code out} hides
 * @param out for results
 * @param err for everything else
 * @param terminal what they lead to
 * @param workFolder what relative file names start from
 */
public record Streams(
    InputStream in,
    OutputStream bytes,
    PrintStream out,
    PrintStream err,
    Terminal terminal,
    Path workFolder) {
  private static final int BUFFER = 1 << 16;

  public Streams(PrintStream out, PrintStream err, Terminal terminal, Path workFolder) {
    this(InputStream.nullInputStream(), out, out, err, terminal, workFolder);
  }

  /** Those of this process. Results are buffered: {@link Main} flushes them. */
  static Streams ofProcess() {
    OutputStream bytes = new FileOutputStream(FileDescriptor.out);
    return new Streams(
        System.in,
        bytes,
        utf8(bytes),
        utf8(new FileOutputStream(FileDescriptor.err)),
        Terminal.parse(System.getProperty("outlay.terminal", "")),
        Path.of("").toAbsolutePath());
  }

  private static PrintStream utf8(OutputStream stream) {
    return new PrintStream(
        new java.io.BufferedOutputStream(stream, BUFFER), true, StandardCharsets.UTF_8);
  }
}
