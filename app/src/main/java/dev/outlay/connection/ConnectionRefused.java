package dev.outlay.connection;

/** What somebody wanted of a connection cannot be done; the message says what to do instead. */
public final class ConnectionRefused extends RuntimeException {
  /** Why, by what kind of mistake it is. */
  public enum Why {
    /** There is no such connection. */
    UNKNOWN,
    /** It is managed elsewhere. */
    MANAGED_IN_FILE,
    /** Something else is in its place. */
    CONFLICT,
    /** A value does not fit. */
    INVALID
  }

  private final Why why;

  public ConnectionRefused(Why why, String message) {
    super(message);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
