package dev.outlay.cli;

import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * The log of a long-running command: one line each, to stderr; libraries only when it is serious.
 */
final class Logging {
  private static final Logger ROOT = Logger.getLogger("");

  /** Kept, for a logger nobody holds forgets its level. */
  private static final List<Logger> TALKATIVE =
      List.of(Logger.getLogger("org.eclipse.jetty"), Logger.getLogger("com.google.crypto.tink"));

  private static final class Line extends Formatter {
    @Override
    public String format(LogRecord line) {
      String thrown = line.getThrown() == null ? "" : "\n" + trace(line.getThrown());
      return line.getInstant() + " " + line.getLevel() + " " + formatMessage(line) + thrown + "\n";
    }

    private static String trace(Throwable thrown) {
      java.io.StringWriter text = new java.io.StringWriter();
      thrown.printStackTrace(new java.io.PrintWriter(text));
      return text.toString();
    }
  }

  private Logging() {}

  static void begin() {
    TALKATIVE.forEach(each -> each.setLevel(Level.WARNING));
    for (var handler : ROOT.getHandlers()) {
      ROOT.removeHandler(handler);
    }
    ConsoleHandler console = new ConsoleHandler();
    console.setFormatter(new Line());
    ROOT.addHandler(console);
  }
}
