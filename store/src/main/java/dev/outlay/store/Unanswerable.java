package dev.outlay.store;

/** A question that cannot be answered as it was put; the message is one line for its asker. */
public final class Unanswerable extends RuntimeException {
  public Unanswerable(String message) {
    super(message, null, false, false);
  }
}
