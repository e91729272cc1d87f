package dev.outlay.admin;

import java.time.Duration;

/**
 * How many requests may be sent: so many at once, then so many a minute. A 429 halves the rate for
 * a while, and nobody asks before the time the server named. Safe for use by many threads; they
 * pass in the order they came.
 */
final class RequestBudget {
  private static final Duration CAUTION = Duration.ofMinutes(10);
  private static final Duration FOR_EVER = Duration.ofDays(1);
  private static final double NANOS_PER_MINUTE = Duration.ofMinutes(1).toNanos();
  private final int burst;
  private final double perMinute;
  private final Ticker ticker;
  private double available;
  private long filledAt;
  private long cautiousUntil;
  private long closedUntil;

  RequestBudget(int burst, int perMinute, Ticker ticker) {
    this.burst = burst;
    this.perMinute = perMinute;
    this.ticker = ticker;
    this.available = burst;
    this.filledAt = ticker.nanos();
    this.cautiousUntil = filledAt;
    this.closedUntil = filledAt;
  }

  /** How long so many requests wait when none were sent before. */
  Duration waitFor(int requests) {
    double beyond = Math.max(0, requests - burst);
    return Duration.ofNanos((long) (beyond * NANOS_PER_MINUTE / perMinute));
  }

  /** The server wants to be left alone for longer than anybody should wait. */
  static final class Closed extends RuntimeException {
    private final Duration time;

    Closed(Duration time) {
      super(time.toString(), null, false, false);
      this.time = time;
    }

    Duration time() {
      return time;
    }
  }

  /**
   * Waits for its turn; the turn counts even when the request then fails.
   *
   * @throws Closed instead of waiting for longer than {@link RetryRule#LONGEST}
   */
  void take() throws InterruptedException {
    if (closed().compareTo(RetryRule.LONGEST) > 0) {
      throw new Closed(closed());
    }
    Duration wait = reserve();
    while (wait.isPositive()) {
      ticker.sleep(wait);
      wait = closed();
    }
  }

  /** The server said it is too much, and how long it wants to be left alone. */
  synchronized void tooMany(Duration after) {
    fill();
    long now = ticker.nanos();
    Duration heeded = after.compareTo(FOR_EVER) > 0 ? FOR_EVER : after;
    cautiousUntil = now + CAUTION.toNanos();
    closedUntil = Math.max(closedUntil, now + heeded.toNanos());
  }

  private synchronized Duration closed() {
    return Duration.ofNanos(closedUntil - ticker.nanos());
  }

  /** A debt is paid by waiting, so that those who come at once wait one after another. */
  private synchronized Duration reserve() {
    fill();
    available -= 1;
    double owed = Math.max(0, -available) * NANOS_PER_MINUTE / rate();
    return Duration.ofNanos(Math.max((long) owed, closedUntil - ticker.nanos()));
  }

  private void fill() {
    long now = ticker.nanos();
    available = Math.min(burst, available + (now - filledAt) / NANOS_PER_MINUTE * rate());
    filledAt = now;
  }

  private double rate() {
    return ticker.nanos() < cautiousUntil ? perMinute / 2 : perMinute;
  }
}
