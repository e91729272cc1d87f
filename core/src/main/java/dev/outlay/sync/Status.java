package dev.outlay.sync;

/** How the run of a dataset ended, the worse the later; in {@code syncs} in lower case. */
public enum Status {
  OK,
  NOT_ENTITLED,
  HELD,
  FAILED,
  REFUSED,
  INTERRUPTED
}
