package dev.outlay.access;

/** Told of every change somebody makes. Safe for use by many threads. */
@FunctionalInterface
public interface ChangeLog {
  /** For where nobody keeps a log. */
  ChangeLog NONE = (_, _) -> {};

  /**
   * Somebody changed something.
   *
   * @param who did it
   * @param what was done to what, in words: {@code rotated the key of connection production}; never
   *     with a secret in it
   */
  void changed(Caller who, String what);
}
