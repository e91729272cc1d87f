package dev.outlay.destination;

import dev.outlay.table.Table;
import java.util.List;

/**
 * A place that keeps rows. All methods throw {@link dev.outlay.failure.Failure.KeepFailed}, with
 * this destination's name, and nothing else. Safe for use by many threads.
 */
public interface Destination extends AutoCloseable {
  /** What is promised when the same load arrives twice. */
  Guarantee guarantee();

  /**
   * Makes the tables, or adds the columns they lack. Repeating it changes nothing; a column that
   * exists with another type is refused.
   */
  void prepare(List<Table> tables);

  /** Opens a load; loads of different scopes may be open at the same time. */
  Load begin(Delivery delivery);

  @Override
  void close();
}
