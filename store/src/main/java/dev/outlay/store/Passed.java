package dev.outlay.store;

/** Carries what a caller's own code threw past the store's explanations, back to the caller. */
final class Passed extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final RuntimeException reason;

  Passed(RuntimeException reason) {
    super(reason);
    this.reason = reason;
  }

  RuntimeException reason() {
    return reason;
  }
}
