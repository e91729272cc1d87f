package dev.outlay.sync;

import dev.outlay.destination.Changes;
import dev.outlay.failure.Failure;
import dev.outlay.table.Series;
import dev.outlay.table.Span;
import java.util.List;
import java.util.Optional;

/** What happens during a run, in the order it happens within one dataset. */
public sealed interface SyncEvent {
  /** The connection the run is for, by name. */
  String connection();

  String dataset();

  /** A dataset's run began. */
  record Began(String connection, String dataset) implements SyncEvent {}

  /** So many steps are known to lie before this dataset; may be said again when more turn up. */
  record Planned(String connection, String dataset, int steps) implements SyncEvent {}

  /** A request was answered; so many rows came since the last event. */
  record Read(String connection, String dataset, long requests, long rows) implements SyncEvent {}

  /** A step was kept. */
  record Kept(
      String connection, String dataset, Series series, Optional<Span> span, Changes changes)
      implements SyncEvent {}

  /** A step failed; other series go on. */
  record Failed(String connection, String dataset, Failure failure) implements SyncEvent {}

  /** The API gives fields that have no column; they were not kept. */
  record Unknown(String connection, String dataset, List<String> fields) implements SyncEvent {}

  /** A dataset's run ended. */
  record Ended(String connection, String dataset, DatasetReport report) implements SyncEvent {}
}
