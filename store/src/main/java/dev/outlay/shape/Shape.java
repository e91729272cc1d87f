package dev.outlay.shape;

import dev.outlay.store.Answers;
import dev.outlay.table.Scope;
import dev.outlay.table.Span;
import dev.outlay.table.Table;
import java.util.Optional;

/**
 * One table to pass on, made of what the store knows now. Reading changes nothing and may be
 * repeated; memory does not grow with the rows. Times are UTC. Failures are those of {@link
 * Answers}. Safe for use by many threads.
 */
public interface Shape {
  /** Its rows' form; a {@code row_id} as the only key where it can be kept current by changes. */
  Table table();

  /** Moves when all rows have to be made anew, though the store did not: settings, prices. */
  String form();

  /** Which rows of the table, wherever they were passed on to, are of that connection and time. */
  Scope scope(String connection, Optional<Span> interval);

  /** All rows of that connection and time. */
  void rows(Answers moment, String connection, Optional<Span> interval, RowSink into);

  /** Grows, or at least moves, with everything that may change these rows. */
  long newest(Answers moment, String connection);

  /**
   * What changed after the load of that number; what goes is told before what comes.
   *
   * @return whether it could say: where it could not, nothing was told, and all rows are needed
   */
  default boolean changes(Answers moment, String connection, long after, ChangeSink into) {
    return false;
  }
}
