package dev.outlay.export;

/** Passing on was told to stop; what was committed stays. */
final class Interrupted extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
