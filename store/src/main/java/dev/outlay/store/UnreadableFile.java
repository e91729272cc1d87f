package dev.outlay.store;

/** A file that somebody named cannot be read as what it should be; the message is one line. */
public final class UnreadableFile extends RuntimeException {
  private static final long serialVersionUID = 1;

  public UnreadableFile(String message) {
    super(message);
  }

  public UnreadableFile(String message, Throwable cause) {
    super(message, cause);
  }
}
