package dev.outlay.admin;

import dev.outlay.failure.Failure;
import java.time.Duration;
import java.util.Optional;

/** Whether to try again, and when: a pure decision. */
record RetryRule(int attempts) {
  private static final Duration FIRST = Duration.ofSeconds(1);

  /** Nobody waits longer than this within a run. */
  static final Duration LONGEST = Duration.ofMinutes(10);

  /**
   * How long to wait before the next attempt; nothing where there should be none.
   *
   * @param failed how often it has failed by now
   */
  Optional<Duration> wait(int failed, Failure.Retry failure) {
    Duration backoff = FIRST.multipliedBy(1L << Math.min(failed - 1, 5));
    Duration asked = failure.after().orElse(Duration.ZERO);
    Duration wait = asked.compareTo(backoff) > 0 ? asked : backoff;
    boolean again = failure.worthRepeating() && failed < attempts && wait.compareTo(LONGEST) <= 0;
    return again ? Optional.of(wait) : Optional.empty();
  }
}
