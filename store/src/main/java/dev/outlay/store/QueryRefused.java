package dev.outlay.store;

/**
 * A user's SQL was not run, or not to its end. The message says why in one line; a second and third
 * line point at the place where the engine named one.
 */
public final class QueryRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  public QueryRefused(String message) {
    super(message);
  }

  QueryRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
