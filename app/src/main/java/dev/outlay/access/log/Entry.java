package dev.outlay.access.log;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of the log.
 *
 * @param id sorts by time
 * @param at when
 * @param kind of what
 * @param who the name of whoever did it
 * @param what they did, in words
 * @param from the address it came from, where it came over the network
 */
public record Entry(
    String id, Instant at, Kind kind, String who, String what, Optional<String> from) {
  /** What a line is about. */
  public enum Kind {
    /** Somebody signed in or out. */
    SIGN_IN,
    /** Somebody tried to sign in and could not. */
    FAILED,
    /** Somebody changed something. */
    CHANGE;

    /** The kind of its documents; each has its own, so that a flood of one displaces no other. */
    String shelf() {
      return switch (this) {
        case SIGN_IN -> "log.sign_in";
        case FAILED -> "log.failed";
        case CHANGE -> "log.change";
      };
    }
  }
}
