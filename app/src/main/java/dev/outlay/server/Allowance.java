package dev.outlay.server;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * How much each caller may ask in a while: a full bucket at first, refilled steadily. What costs
 * nothing, such as an answer that is kept, is not counted. Safe for use by many threads.
 */
final class Allowance {
  private static final long SECOND = 1_000_000_000L;
  private static final int MOST_CALLERS = 10_000;

  private record Bucket(double left, long at) {}

  private final int most;
  private final int aSecond;
  private final LongSupplier nanos;
  private final ConcurrentHashMap<String, Bucket> buckets = new ConcurrentHashMap<>();

  /**
   * An allowance.
   *
   * @param most at once
   * @param aSecond in the long run
   * @param nanos a clock that only ever goes on
   */
  Allowance(int most, int aSecond, LongSupplier nanos) {
    this.most = most;
    this.aSecond = aSecond;
    this.nanos = nanos;
  }

  /** Takes one; Refusal 429 where none is left. */
  void take(String caller) {
    if (buckets.size() > MOST_CALLERS) {
      buckets.clear();
    }
    Bucket now = buckets.compute(caller, (_, before) -> next(before));
    if (now.left < 0) {
      throw Refusal.tooMany(
          "more than " + aSecond + " questions a second",
          Math.max(1, (long) (-now.left / aSecond)));
    }
  }

  private Bucket next(Bucket before) {
    long at = nanos.getAsLong();
    double left =
        before == null
            ? most
            : Math.min(
                most, Math.max(before.left, 0) + (double) (at - before.at) * aSecond / SECOND);
    return new Bucket(left - 1, at);
  }
}
