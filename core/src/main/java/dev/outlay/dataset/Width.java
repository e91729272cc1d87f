package dev.outlay.dataset;

import dev.outlay.table.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A bucket width and how many buckets one request may carry.
 *
 * @param name as the API spells it: {@code 1m}, {@code 1h}, {@code 1d}
 * @param length of one bucket; starts are aligned to UTC
 * @param limit the largest page the API allows, in buckets
 * @param lookback how far back is collected where nothing else is said
 * @param settle when a bucket can no longer change
 * @param restEvery how often what is provisional but not newest is read again
 */
public record Width(
    String name, Duration length, int limit, Duration lookback, Settle settle, Duration restEvery) {
  public static final Duration DAY = Duration.ofDays(1);

  /** The last time it was that hour, UTC; now counts. */
  public static Instant latest(LocalTime hour, Instant now) {
    Instant today =
        now.truncatedTo(ChronoUnit.DAYS).plus(Duration.between(LocalTime.MIDNIGHT, hour));
    return today.isAfter(now) ? today.minus(DAY) : today;
  }

  /** The start of the bucket that holds the instant. */
  public Instant floor(Instant time) {
    long seconds = length.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
  }

  /** The first bucket start that is not before the instant. */
  public Instant ceiling(Instant time) {
    Instant floor = floor(time);
    return floor.equals(time) ? floor : floor.plus(length);
  }

  /** The smallest span of whole buckets that holds the span. */
  public Span around(Span span) {
    return new Span(floor(span.start()), ceiling(span.end()));
  }

  /** What of the span is whole buckets. */
  public Optional<Span> inside(Span span) {
    return Span.of(ceiling(span.start()), floor(span.end()));
  }
}
