package dev.outlay.sync;

/** How the run of a dataset ended; in {@code syncs} in lower case. */
public enum Status {
  OK,
  FAILED,
  REFUSED,
  NOT_ENTITLED,
  HELD,
  INTERRUPTED
}
