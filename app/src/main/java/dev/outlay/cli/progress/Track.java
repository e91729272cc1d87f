package dev.outlay.cli.progress;

import dev.outlay.destination.Changes;
import dev.outlay.sync.DatasetReport;
import dev.outlay.sync.SyncEvent;
import java.time.Duration;
import java.util.Optional;

/**
 * How far one dataset is.
 *
 * @param steps how many are known to lie before it
 * @param done how many are kept
 * @param began when its first event came, counted from the beginning of the run
 * @param report once it has ended
 */
record Track(
    String dataset,
    int steps,
    int done,
    long rows,
    long requests,
    Changes changes,
    Optional<Duration> began,
    Optional<DatasetReport> report) {

  static Track waiting(String dataset, int steps) {
    return new Track(dataset, steps, 0, 0, 0, Changes.NONE, Optional.empty(), Optional.empty());
  }

  /** This after the event, which came at that time of the run. */
  Track after(SyncEvent event, Duration at, int planned) {
    return switch (event) {
      case SyncEvent.Began _ ->
          new Track(dataset, steps, done, rows, requests, changes, Optional.of(at), report);
      case SyncEvent.Planned _ ->
          new Track(
              dataset, Math.max(steps, planned), done, rows, requests, changes, began, report);
      case SyncEvent.Read read ->
          new Track(
              dataset,
              steps,
              done,
              rows + read.rows(),
              requests + read.requests(),
              changes,
              began,
              report);
      case SyncEvent.Kept kept ->
          new Track(
              dataset,
              Math.max(steps, done + 1),
              done + 1,
              rows,
              requests,
              changes.plus(kept.changes()),
              began,
              report);
      case SyncEvent.Failed _, SyncEvent.Unknown _ -> this;
      case SyncEvent.Ended ended ->
          new Track(
              dataset, steps, done, rows, requests, changes, began, Optional.of(ended.report()));
    };
  }

  /** How much time is left, as far as what was done tells. */
  Optional<Duration> left(Duration now) {
    return began
        .filter(_ -> done > 0 && report.isEmpty())
        .map(start -> now.minus(start).multipliedBy(steps - done).dividedBy(done));
  }
}
