package dev.outlay.destination;

import dev.outlay.table.Checkpoint;
import dev.outlay.table.Series;

/**
 * Where the checkpoints of all series are kept. They are written by {@link
 * dev.outlay.destination.Load#commit} alone, together with the rows they speak of. Safe for use by
 * many threads.
 */
public interface Checkpoints {
  /**
   * How far that series is known.
   *
   * @param connection the immutable id of the connection
   * @return {@link Checkpoint#START} where nothing is
   */
  Checkpoint of(String connection, Series series);
}
