package dev.outlay.schedule;

/** How it stands with a connection, in one word. */
public enum Health {
  /** Nothing was read yet. */
  NEW,
  /** Something is being read. */
  SYNCING,
  HEALTHY,
  /** Something should have been read long ago. */
  LATE,
  /** Something cannot be read, or nothing. */
  FAILING,
  PAUSED
}
