package dev.outlay.sync;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Width;
import dev.outlay.dataset.catalogue.Datasets;
import dev.outlay.source.Answer;
import dev.outlay.source.Intake;
import dev.outlay.source.Source;
import dev.outlay.table.Scope;
import dev.outlay.table.Series;
import dev.outlay.table.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A source whose figures end at a time that may be moved; it remembers what it was asked. */
final class Reports implements Source {
  private final Predicate<Instant> hasRows;
  private final List<Span> asked = new ArrayList<>();
  private Instant end = Instant.MAX;

  /** Rows in the buckets whose start fits. */
  Reports(Predicate<Instant> hasRows) {
    this.hasRows = hasRows;
  }

  /** From now on answers end here, however far the question goes. */
  void endAt(Instant time) {
    end = time;
  }

  /** What was asked since the last call. */
  List<Span> asked() {
    List<Span> since = List.copyOf(asked);
    asked.clear();
    return since;
  }

  @Override
  public List<Dataset> datasets() {
    return Datasets.ALL;
  }

  @Override
  public List<Series> series(Dataset dataset) {
    return List.of(Series.of(dataset.name()));
  }

  @Override
  public Scope scope(Series series, Optional<Span> span) {
    return Scope.EVERYTHING;
  }

  @Override
  public Answer read(Series series, Optional<Span> span, Intake intake) {
    span.ifPresent(asked::add);
    Optional<Span> covered = span.flatMap(new Span(Instant.MIN, end)::intersect);
    Width width = Datasets.named(series.dataset()).orElseThrow().width(series.width());
    Optional<Instant> oldest =
        covered.stream().flatMap(some -> starts(some, width)).filter(hasRows).findFirst();
    return new Answer(covered, oldest.isPresent(), oldest, Optional.empty());
  }

  private static Stream<Instant> starts(Span span, Width width) {
    return Stream.iterate(
        span.start(), start -> start.isBefore(span.end()), start -> start.plus(width.length()));
  }
}
