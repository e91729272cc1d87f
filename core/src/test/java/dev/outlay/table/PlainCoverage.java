package dev.outlay.table;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is known, bucket by bucket, without any cleverness: the model that coverage is held to. */
public final class PlainCoverage {
  private final Duration width;
  private final TreeMap<Instant, Known> buckets = new TreeMap<>();

  /** What is known of one bucket. */
  public record Known(Instant readAt, boolean settled, boolean closed) {}

  public PlainCoverage(Duration width) {
    this.width = width;
  }

  public void with(Covered read) {
    starts(read.span())
        .forEach(start -> {
          Instant end = start.plus(width);
          Known before = buckets.get(start);
          boolean settled = !end.isAfter(read.settledTo()) || (before != null && before.settled());
          buckets.put(start, new Known(read.readAt(), settled, !end.isAfter(read.finalTo())));
        });
  }

  public boolean knows(Instant bucket) {
    return buckets.containsKey(bucket);
  }

  public boolean settled(Instant bucket) {
    return is(bucket, Known::settled);
  }

  public boolean closed(Instant bucket) {
    return is(bucket, Known::closed);
  }

  public List<Instant> missing(Span target) {
    return starts(target).filter(start -> !knows(start)).toList();
  }

  public List<Instant> known(Span target, Predicate<Known> which) {
    return starts(target).filter(start -> is(start, which)).toList();
  }

  private boolean is(Instant bucket, Predicate<Known> which) {
    return Optional.ofNullable(buckets.get(bucket)).filter(which).isPresent();
  }

  /** The starts of the buckets in the span, oldest first. */
  public Stream<Instant> starts(Span span) {
    return Stream.iterate(span.start(), start -> start.isBefore(span.end()), s -> s.plus(width));
  }

  /** The starts of the buckets in the spans, in their order. */
  public List<Instant> starts(List<Span> spans) {
    List<Instant> all = new ArrayList<>();
    spans.forEach(span -> starts(span).forEach(all::add));
    return all;
  }
}
