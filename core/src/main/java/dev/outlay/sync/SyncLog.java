package dev.outlay.sync;

import java.time.Instant;

/** The record of what was tried and what came of it: the table {@code syncs}. */
public interface SyncLog {
  /** Notes that a dataset's run has begun; until {@link #ended} it counts as interrupted. */
  long began(String connection, String dataset, Instant at);

  /**
   * Notes how the run ended.
   *
   * @param at when: the time of its beginning and what has passed since; UTC, whole microseconds
   */
  void ended(long id, DatasetReport report, Instant at);
}
