package dev.outlay.cli.output;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 text on its way out. Its failures are {@link UncheckedIOException}, so that they pass
 * through a running query.
 */
final class TextOut extends Writer {
  private final Writer out;
  private final boolean terminal;

  /**
   * @param terminal whether control characters must be taken out of {@link #data}
   */
  TextOut(OutputStream out, boolean terminal) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    this.terminal = terminal;
  }

  /** Text that may hold anything, lines and all; made harmless where a terminal reads it. */
  TextOut data(String text) {
    return raw(terminal ? SafeText.lines(text) : text);
  }

  /** Text of our own making. */
  TextOut raw(String text) {
    try {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  @Override
  public void write(char[] text, int from, int length) {
    data(new String(text, from, length));
  }

  @Override
  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    flush();
  }
}
