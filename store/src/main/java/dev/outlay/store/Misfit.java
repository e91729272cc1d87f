package dev.outlay.store;

/** A row that its reader should not have handed over; the message names table and column. */
final class Misfit extends RuntimeException {
  private static final long serialVersionUID = 1;

  Misfit(String message) {
    super(message);
  }
}
