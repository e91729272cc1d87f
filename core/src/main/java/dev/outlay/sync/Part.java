package dev.outlay.sync;

import dev.outlay.table.Checkpoint;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Which of the steps that are due a run takes. */
public enum Part {
  /** All of them, the newest first. */
  ALL,

  /** What is newest, and what is known and may have changed since. */
  NEWEST,

  /** What lies before all that is known: it can wait, for it will be the same tomorrow. */
  HISTORY;

  /**
   * Those of the steps of a series, in their order.
   *
   * @param first whether it is the series of its dataset that is wanted most: of the others that
   *     were never read everything is history
   */
  List<Step> of(List<Step> due, Checkpoint known, boolean first) {
    return IntStream.range(0, due.size())
        .filter(i -> this == ALL || (this == NEWEST) == isNewest(i, due.get(i), known, first))
        .mapToObj(due::get)
        .toList();
  }

  private static boolean isNewest(int place, Step step, Checkpoint known, boolean first) {
    Instant earliest = known.coverage().earliest().orElse(Instant.MAX);
    boolean read = known.coverage().earliest().isPresent();
    return (place == 0 && (read || first))
        || step.span().filter(span -> span.start().isBefore(earliest)).isEmpty();
  }
}
