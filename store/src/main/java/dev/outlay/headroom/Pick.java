package dev.outlay.headroom;

import dev.outlay.table.Span;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;

/**
 * The usage that is held against the limits of one connection: one width and one cut, for two are
 * never added together.
 *
 * @param width 1m or 1h
 * @param cut the dimensions, comma-joined
 * @param covered what of the period was collected
 * @param filtered whether only some of the usage is collected
 */
record Pick(String connection, String width, String cut, List<Span> covered, boolean filtered) {
  static final String MINUTE = "1m";
  static final String HOUR = "1h";

  boolean has(String dimension) {
    return List.of(cut.split(",")).contains(dimension);
  }

  boolean isMinute() {
    return width.equals(MINUTE);
  }

  Duration length() {
    return isMinute() ? Duration.ofMinutes(1) : Duration.ofHours(1);
  }

  /** What a limit by the minute allows in one bucket. */
  BigInteger allowed(long perMinute) {
    return BigInteger.valueOf(perMinute).multiply(BigInteger.valueOf(length().toMinutes()));
  }

  /** The rate by the minute of so much in one bucket, rounded to the nearest. */
  long perMinute(long tokens) {
    long minutes = length().toMinutes();
    return Math.floorDiv(Math.addExact(tokens, minutes / 2), minutes);
  }

  /** How much of the period it covers. */
  Duration time() {
    return covered.stream()
        .map(span -> Duration.between(span.start(), span.end()))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** How many of what should not be counted can be told apart: batches and fast mode. */
  int keen() {
    return (has("service_tier") ? 1 : 0) + (has("speed") ? 1 : 0);
  }

  /** Whether it says as much of the period as the other, but for what comes in late. */
  boolean coversLike(Pick other) {
    return time().multipliedBy(10).compareTo(other.time().multipliedBy(9)) >= 0;
  }
}
