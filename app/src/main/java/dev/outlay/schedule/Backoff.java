package dev.outlay.schedule;

import dev.outlay.failure.Failure;
import java.time.Duration;

/** How long after a failure it is tried again. */
final class Backoff {
  /** A refused key is asked about once in this time: somebody may have put it right. */
  static final Duration REFUSED = Duration.ofHours(1);

  /** What an organisation does not have it seldom gets. */
  static final Duration NOT_ENTITLED = Duration.ofHours(12);

  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int DOUBLINGS = 6;

  private Backoff() {}

  /**
   * A minute, two, four, up to an hour; never less than the other side asked for.
   *
   * @param failed how often in a row, this time counted
   */
  static Duration after(int failed, Failure failure) {
    Duration doubled = FIRST.multipliedBy(1L << Math.min(failed - 1, DOUBLINGS));
    return longer(Outcome.asked(failure), doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
