package dev.outlay.schedule;

import dev.outlay.sync.DatasetReport;
import dev.outlay.sync.Status;
import java.time.Instant;

/** What happens while the schedule works; told on the thread it happens on. */
public sealed interface ScheduleEvent {
  /** The address of the connection. */
  String connection();

  String dataset();

  /** A run began, which was due since that time. */
  record Started(String connection, String dataset, Instant due, Instant at)
      implements ScheduleEvent {}

  /** So many of the steps that are known to be wanted are kept. */
  record Progressed(String connection, String dataset, int done, int total)
      implements ScheduleEvent {}

  /** What a run that went to its end did, just before it ends. */
  record Reported(String connection, String dataset, DatasetReport report)
      implements ScheduleEvent {}

  /** What lies before all that is known is being read; it was due at no time. */
  record Recalled(String connection, String dataset, Instant at) implements ScheduleEvent {}

  /** A run ended. */
  record Ended(String connection, String dataset, Status status) implements ScheduleEvent {}
}
