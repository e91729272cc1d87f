package dev.outlay.table;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A stretch of time, {@code start} included, {@code end} not; never empty. */
public record Span(Instant start, Instant end) implements Comparable<Span> {
  public Span {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("empty span " + start + ".." + end);
    }
  }

  /** The span, or nothing where start is not before end. */
  public static Optional<Span> of(Instant start, Instant end) {
    return start.isBefore(end) ? Optional.of(new Span(start, end)) : Optional.empty();
  }

  public boolean contains(Instant instant) {
    return !instant.isBefore(start) && instant.isBefore(end);
  }

  /** Whether the two overlap or one begins where the other ends. */
  public boolean touches(Span other) {
    return !start.isAfter(other.end) && !other.start.isAfter(end);
  }

  public Optional<Span> intersect(Span other) {
    return of(later(start, other.start), earlier(end, other.end));
  }

  /** What of this span lies outside the other: none, one or two spans, oldest first. */
  public List<Span> minus(Span other) {
    return Stream.of(of(start, earlier(end, other.start)), of(later(start, other.end), end))
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public int compareTo(Span other) {
    return start.compareTo(other.start);
  }

  @Override
  public String toString() {
    return start + ".." + end;
  }

  static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
