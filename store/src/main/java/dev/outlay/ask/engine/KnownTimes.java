package dev.outlay.ask.engine;

import java.time.Instant;
import java.util.Set;

/**
 * Which buckets of a series were read.
 *
 * @param connections whose rows are asked for
 */
record KnownTimes(Holdings holdings, Question question, Buckets asked, Set<String> connections) {
  /** Whether anything of the bucket was read; of the whole stretch for -1. */
  boolean isRead(Series series, int bucket) {
    return coverage(series).touches(from(series, bucket), to(series, bucket));
  }

  /** Whether all of the bucket was read that is over. */
  boolean isWhole(Series series, int bucket) {
    return coverage(series).missing(from(series, bucket), to(series, bucket)).isEmpty()
        && isRead(series, bucket);
  }

  Coverage coverage(Series series) {
    return new Coverage(holdings, series, connections, question.now());
  }

  Instant from(Series series, int bucket) {
    Buckets buckets = of(series);
    return bucket < 0 ? buckets.stretch().from() : buckets.from(bucket);
  }

  Instant to(Series series, int bucket) {
    Buckets buckets = of(series);
    Instant end = bucket < 0 ? buckets.stretch().to() : buckets.to(bucket);
    return question
        .ask()
        .asOf()
        .map(day -> day.plusDays(1).atStartOfDay(java.time.ZoneOffset.UTC).toInstant())
        .filter(end::isAfter)
        .orElse(end);
  }

  private Buckets of(Series series) {
    return series.data().hasWidths() ? asked : asked.in(java.time.ZoneOffset.UTC);
  }
}
