package dev.outlay.sync;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Settle;
import dev.outlay.dataset.Width;
import dev.outlay.dataset.Window;
import dev.outlay.source.Answer;
import dev.outlay.source.Intake;
import dev.outlay.source.Selection;
import dev.outlay.source.Source;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Coverage;
import dev.outlay.table.Covered;
import dev.outlay.table.Series;
import dev.outlay.table.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Collecting as a step: what is due, given a checkpoint and the time; and the checkpoint that
 * follows from reading it. Keeps nothing, so that a loop, a scheduler and Kafka Connect can all
 * drive it. Safe for use by many threads.
 */
public record Collect(Source source, Selection selection) {
  private static final Duration LIST_OF_PARENT_EVERY = Duration.ofDays(1);

  /** All that is due now, newest first. */
  public List<Step> due(Dataset dataset, Series series, Checkpoint known, Instant now) {
    return switch (dataset.window()) {
      case Window.Snapshot _ -> List.of(list(dataset, series));
      case Window.EachOf _ when readWithin(LIST_OF_PARENT_EVERY, known, now) -> List.of();
      case Window.EachOf _ -> List.of(list(dataset, series));
      case Window.Buckets _, Window.Days _, Window.RowReport _ ->
          spans(dataset, series, known, now);
    };
  }

  /** The next of what is due that was not read at this very time already. */
  public Optional<Step> next(Dataset dataset, Series series, Checkpoint known, Instant now) {
    return due(dataset, series, known, now).stream()
        .filter(step -> !readAt(step, known, now))
        .findFirst();
  }

  /** Reads the step; what is known when its rows are kept. */
  public Checkpoint read(Step step, Checkpoint known, Instant now, Intake intake) {
    Answer answer = source.read(step.series(), step.span(), intake);
    return answer.covered().isEmpty()
        ? known.readAt(now)
        : known.covering(covered(step, answer, now), answer.oldestRow());
  }

  /** Whether the step lies before the place where the data turned out to begin. */
  boolean beyondData(Step step, Checkpoint known, Instant now) {
    return step.span().isPresent()
        && want(step.dataset(), step.series(), now)
            .map(want -> SpanPlan.begin(want, known))
            .filter(begin -> !step.span().get().end().isAfter(begin))
            .isPresent();
  }

  private Optional<Want> want(Dataset dataset, Series series, Instant now) {
    Width width = dataset.width(series.width());
    return selection
        .target(dataset, width, now)
        .flatMap(new Span(dataset.window().beginning(), Instant.MAX)::intersect)
        .map(target -> new Want(width, target, selection.namesStart(width)));
  }

  private Step list(Dataset dataset, Series series) {
    return new Step(
        dataset, series, Optional.empty(), source.scope(series, Optional.empty()), Instant.MAX);
  }

  private List<Step> spans(Dataset dataset, Series series, Checkpoint known, Instant now) {
    return want(dataset, series, now)
        .map(want -> SpanPlan.due(want, known, now))
        .orElse(List.of())
        .stream()
        .map(span -> step(dataset, series, known, span))
        .toList();
  }

  private Step step(Dataset dataset, Series series, Checkpoint known, Span span) {
    return new Step(
        dataset,
        series,
        Optional.of(span),
        source.scope(series, Optional.of(span)),
        known.coverage().settledTo(span));
  }

  private static Covered covered(Step step, Answer answer, Instant now) {
    Width width = step.dataset().width(step.series().width());
    Instant settled = width.floor(width.settle().settledTo(now));
    Instant trusted = answer.refreshedTo().filter(settled::isAfter).orElse(settled);
    return new Covered(
        answer.covered().orElseThrow(), now, width.floor(trusted), Settle.finalTo(now));
  }

  /**
   * The newest is read first: once anything was read at this time, the open bucket was asked for
   * too, and so was what lies beyond all that is known, though the answer may not have had it.
   */
  private static boolean readAt(Step step, Checkpoint known, Instant now) {
    return known.readAt().equals(Optional.of(now))
        && step.span().flatMap(span -> ended(step, span, known, now)).stream()
            .allMatch(span -> fresh(known.coverage(), span, now));
  }

  private static Optional<Span> ended(Step step, Span span, Checkpoint known, Instant now) {
    Instant open = step.dataset().width(step.series().width()).floor(now);
    Instant end = known.coverage().latest().filter(open::isAfter).orElse(open);
    return span.intersect(new Span(Instant.MIN, end));
  }

  private static boolean fresh(Coverage coverage, Span span, Instant now) {
    Optional<Span> closed = span.intersect(new Span(Instant.MIN, Settle.finalTo(now)));
    return coverage.missing(span).isEmpty()
        && coverage.provisional(span, now).isEmpty()
        && closed.map(coverage::notFinal).filter(due -> !due.isEmpty()).isEmpty();
  }

  private static boolean readWithin(Duration time, Checkpoint known, Instant now) {
    return known.readAt().filter(at -> at.isAfter(now.minus(time))).isPresent();
  }
}
