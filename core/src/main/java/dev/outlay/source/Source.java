package dev.outlay.source;

import dev.outlay.dataset.Dataset;
import dev.outlay.table.Scope;
import dev.outlay.table.Series;
import dev.outlay.table.Span;
import java.util.List;
import java.util.Optional;

/**
 * A place rows come from. Reading changes nothing there and may be repeated. All methods throw
 * {@link dev.outlay.failure.Failure} and nothing else, and are safe for use by many threads.
 */
public interface Source {
  /** What can be read, in the order worth having. */
  List<Dataset> datasets();

  /** The series of a dataset to collect, the most wanted first; may ask the other side. */
  List<Series> series(Dataset dataset);

  /** Which kept rows an answer for that series and span stands for. */
  Scope scope(Series series, Optional<Span> span);

  /**
   * Reads one span, or the whole list where a dataset has no time, completely: when this returns,
   * every page came and fitted. Rows reach the intake in batches meanwhile.
   *
   * @param span whole buckets, at most one page of them; empty exactly for lists
   */
  Answer read(Series series, Optional<Span> span, Intake intake);
}
