package dev.outlay.metric;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One value of a metric. What is not known has no sample.
 *
 * @param labels the values of its labels, in the order they are declared; empty for none
 * @param value exact
 */
public record Sample(List<String> labels, BigDecimal value) {
  public Sample {
    labels = List.copyOf(labels);
  }

  public static Sample of(BigDecimal value, String... labels) {
    return new Sample(List.of(labels), value);
  }

  public static Sample of(long value, String... labels) {
    return of(BigDecimal.valueOf(value), labels);
  }

  /** In seconds, whole microseconds. */
  public static Sample of(Duration time, String... labels) {
    return of(BigDecimal.valueOf(time.toNanos() / 1000, 6), labels);
  }

  /** In seconds since 1970. */
  public static Sample of(Instant time, String... labels) {
    return of(Duration.between(Instant.EPOCH, time), labels);
  }
}
