package dev.outlay.cli.output;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;

/**
 * The three streams of a command: results go to {@code out}, everything else to {@code err}.
 *
 * @param out as bytes; must throw when nobody reads any more, which a PrintStream does not
 * @param screen what reads {@code out}
 */
public record Desk(InputStream in, OutputStream out, PrintWriter err, Screen screen) {
  /** One line for the person at the terminal; harmless whatever it quotes. */
  public void say(String line) {
    err.println(SafeText.line(line));
    err.flush();
  }
}
