package dev.outlay.table;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A span that was read completely.
 *
 * @param span what was read
 * @param readAt when the newest of it was last read
 * @param settledTo everything before it was read after it could no longer change in the usual way
 * @param finalTo everything before it was also read after its month was closed
 */
public record Covered(Span span, Instant readAt, Instant settledTo, Instant finalTo)
    implements Comparable<Covered> {
  public Covered {
    settledTo = within(span, settledTo);
    finalTo = within(span, finalTo);
  }

  @Override
  public int compareTo(Covered other) {
    return span.compareTo(other.span);
  }

  /** The part of this that lies in the other span. */
  Optional<Covered> in(Span other) {
    return span.intersect(other).map(this::at);
  }

  /** What remains of this when the other span was read anew. */
  Stream<Covered> outside(Span other) {
    return span.minus(other).stream().map(this::at);
  }

  /** Whether nothing is forgotten when the two, which must touch, become one. */
  boolean joins(Covered next) {
    return span.end().equals(next.span.start())
        && monotone(settledTo, next.settledTo, next)
        && monotone(finalTo, next.finalTo, next)
        && (readAt.equals(next.readAt) || settledTo.equals(span.end()));
  }

  /** This and the next as one; never claims more than both did. */
  Covered join(Covered next) {
    return new Covered(
        new Span(span.start(), next.span.end()),
        next.readAt,
        settledTo.equals(span.end()) ? next.settledTo : settledTo,
        finalTo.equals(span.end()) ? next.finalTo : finalTo);
  }

  private Covered at(Span part) {
    return new Covered(part, readAt, settledTo, finalTo);
  }

  private boolean monotone(Instant mine, Instant theirs, Covered next) {
    return mine.equals(span.end()) || theirs.equals(next.span.start());
  }

  private static Instant within(Span span, Instant instant) {
    return Span.later(span.start(), Span.earlier(span.end(), instant));
  }
}
