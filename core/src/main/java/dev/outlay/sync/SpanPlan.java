package dev.outlay.sync;

import dev.outlay.dataset.Settle;
import dev.outlay.dataset.Width;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Coverage;
import dev.outlay.table.Covered;
import dev.outlay.table.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which spans of a series are due: what is missing, what is newest, what may still have changed,
 * and what is to be read once more since its month closed. A pure function of what is known and the
 * time; nothing else is ever asked. Spans are whole buckets, at most one page long, newest first,
 * and as few as the page limit allows.
 */
final class SpanPlan {
  /** The API's figures arrive minutes late: so long a closed bucket still counts as newest. */
  private static final Duration LATE = Duration.ofMinutes(15);

  /** A timer that fires a little early, or exactly then, must not miss its turn: a twelfth. */
  private static final int EARLY = 12;

  /** By then the figures of the day before are all there. */
  private static final LocalTime FINAL_READ = LocalTime.of(6, 0);

  /** How far back documentation does not say; after so many days without a row it ends. */
  private static final Duration EMPTY = Duration.ofDays(31);

  private SpanPlan() {}

  static List<Span> due(Want want, Checkpoint known, Instant now) {
    return Span.of(begin(want, known), want.target().end())
        .map(target -> pages(want.width(), union(duePieces(want.width(), target, known, now))))
        .orElse(List.of());
  }

  /** Where the walk back met 31 days without a row, nothing older is asked. */
  static Instant begin(Want want, Checkpoint known) {
    Coverage coverage = known.coverage();
    Optional<Instant> data = known.earliest().or(coverage::latest);
    return coverage
        .earliest()
        .filter(edge -> !want.exact() && edge.isAfter(want.target().start()))
        .filter(edge -> Duration.between(edge, data.orElse(edge)).compareTo(EMPTY) >= 0)
        .orElse(want.target().start());
  }

  private static Stream<Span> duePieces(Width width, Span target, Checkpoint known, Instant now) {
    Coverage coverage = known.coverage();
    Span newest = new Span(width.floor(now.minus(LATE)), width.floor(now).plus(width.length()));
    Span closed = new Span(Instant.EPOCH, Settle.finalTo(now));
    return Stream.of(
            coverage.missing(target).stream(),
            newest.intersect(target).stream(),
            coverage.provisional(target, restBefore(width, now)).stream(),
            closed.intersect(target).stream().flatMap(span -> coverage.notFinal(span).stream()))
        .flatMap(spans -> spans)
        .map(width::around);
  }

  /** What is read again daily is read at the same hour: by then the day before is complete. */
  private static Instant restBefore(Width width, Instant now) {
    Duration every = width.restEvery();
    return every.equals(Width.DAY)
        ? Width.latest(FINAL_READ, now)
        : now.minus(every).plus(every.dividedBy(EARLY));
  }

  private static List<Span> union(Stream<Span> pieces) {
    Coverage union = Coverage.NONE;
    for (Span piece : pieces.toList()) {
      union = union.with(new Covered(piece, Instant.EPOCH, piece.start(), piece.start()));
    }
    return union.merged().stream().map(Covered::span).toList();
  }

  private static List<Span> pages(Width width, List<Span> spans) {
    List<Span> pages = new ArrayList<>();
    spans.reversed().forEach(span -> addPages(pages, width, span));
    return List.copyOf(pages);
  }

  /** Cut from the newest end, so that only the oldest page of a span is short. */
  private static void addPages(List<Span> pages, Width width, Span span) {
    Duration page = width.length().multipliedBy(width.limit());
    Instant end = span.end();
    while (end.isAfter(span.start())) {
      Instant start = end.minus(page);
      Instant from = start.isBefore(span.start()) ? span.start() : start;
      pages.add(new Span(from, end));
      end = from;
    }
  }
}
