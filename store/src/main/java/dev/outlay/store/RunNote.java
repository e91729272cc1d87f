package dev.outlay.store;

import dev.outlay.sync.DatasetReport;
import java.time.Instant;
import java.util.Optional;

/**
 * What is noted of one run of a dataset: a row of {@code syncs}.
 *
 * @param id of the run, from {@link Store#newRun}
 * @param connection by id
 * @param dataset by name
 * @param began when (UTC)
 * @param ended how; until it is known the run counts as interrupted
 */
public record RunNote(
    long id, String connection, String dataset, Instant began, Optional<Ended> ended) {
  /** How it ended, and when (UTC). */
  public record Ended(DatasetReport report, Instant at) {}
}
