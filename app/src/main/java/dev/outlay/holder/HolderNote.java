package dev.outlay.holder;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Properties;

/**
 * Where the process that has a store open can be asked; a small file beside the store.
 *
 * @param port on the loopback address
 * @param token without which it does not answer
 * @param version of the program, which must be the asker's own
 * @param pid of the process
 * @param born when that process began, because ids are used again
 * @param doing its command, for messages
 * @param since when it opened the store
 */
record HolderNote(
    int port, Token token, String version, long pid, String born, String doing, Instant since) {
  static HolderNote here(int port, String doing, Instant since) {
    ProcessHandle self = ProcessHandle.current();
    return new HolderNote(
        port,
        Token.fresh(),
        OwnVersion.TEXT,
        self.pid(),
        born(self),
        doing,
        since.truncatedTo(ChronoUnit.SECONDS));
  }

  static Path beside(Path store) {
    return store.resolveSibling(store.getFileName() + ".holder");
  }

  /** What the file says; nothing where it is absent or no such note. */
  static Optional<HolderNote> read(Path store) {
    Properties lines = new Properties();
    try {
      lines.load(new StringReader(Files.readString(beside(store))));
      return Optional.of(of(lines));
    } catch (IOException | IllegalArgumentException | DateTimeException _) {
      return Optional.empty();
    }
  }

  /** Whether the process that wrote it still runs. */
  boolean isAlive() {
    return ProcessHandle.of(pid).filter(process -> born(process).equals(born)).isPresent();
  }

  boolean isOfThisVersion() {
    return version.equals(OwnVersion.TEXT);
  }

  /** For people: {@code outlay sync (process 1234, since 2026-11-21T10:00:00Z)}. */
  String who() {
    return "outlay " + doing + " (process " + pid + ", since " + since + ")";
  }

  String text() {
    return """
    port=%d
    token=%s
    version=%s
    pid=%d
    born=%s
    doing=%s
    since=%s
    """
        .formatted(port, token.secret(), version, pid, born, doing, since);
  }

  private static HolderNote of(Properties lines) {
    return new HolderNote(
        Integer.parseInt(line(lines, "port")),
        new Token(line(lines, "token")),
        line(lines, "version"),
        Long.parseLong(line(lines, "pid")),
        line(lines, "born"),
        line(lines, "doing"),
        Instant.parse(line(lines, "since")));
  }

  private static String line(Properties lines, String name) {
    String value = lines.getProperty(name);
    if (value == null) {
      throw new IllegalArgumentException("no " + name);
    }
    return value;
  }

  private static String born(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("");
  }
}
