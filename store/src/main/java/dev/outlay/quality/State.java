package dev.outlay.quality;

/** How it stands with what is collected of one dataset. */
public enum State {
  FRESH,
  LATE,
  SYNCING,
  FAILING,
  /** It was never read to the end. */
  UNSYNCED,
  /** The organisation does not have it, which is no fault. */
  NOT_ENTITLED
}
