package dev.outlay.ingest;

import dev.outlay.admin.AdminApi;
import dev.outlay.app.setting.WrongUse;
import dev.outlay.dataset.Dataset;
import dev.outlay.destination.Changes;
import dev.outlay.destination.Checkpoints;
import dev.outlay.destination.Destination;
import dev.outlay.destination.Labelled;
import dev.outlay.destination.Mirror;
import dev.outlay.failure.Failure;
import dev.outlay.source.Selection;
import dev.outlay.sync.Collect;
import dev.outlay.sync.Connection;
import dev.outlay.sync.DatasetReport;
import dev.outlay.sync.Status;
import dev.outlay.sync.Sync;
import dev.outlay.sync.SyncEvent;
import dev.outlay.sync.SyncLog;
import dev.outlay.table.Scope;
import dev.outlay.table.Span;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;

/**
 * From the API to the place with nothing between; how far it is, is kept there.
 *
 * @param connection what the organisation is called in the rows
 * @param selection what is read
 */
public record Straight(
    Ingestion ingestion, String connection, AdminApi api, Selection selection, Instant now) {
  private static final SyncLog NO_LOG =
      new SyncLog() {
        @Override
        public long began(String connection, String dataset, Instant at) {
          return 0;
        }

        @Override
        public void ended(long id, DatasetReport report, Instant at) {
          // There is no record of runs but what is said.
        }
      };

  /** Does it; the mirror stays open. */
  public DatasetReport run(Mirror mirror, Consumer<SyncEvent> events) {
    Reshaped there =
        new Reshaped(mirror, ingestion.form(dataset().table()), ingestion.mark(), way());
    return ingestion.ingestr() ? run(there, there, events) : labelled(there, events);
  }

  private DatasetReport labelled(Reshaped there, Consumer<SyncEvent> events) {
    Labelled labelled = new Labelled(there);
    return run(labelled, labelled, events);
  }

  private Reshaped.Way way() {
    return ingestion.amending() ? Reshaped.Way.AMENDING : Reshaped.Way.STRAIGHT;
  }

  private DatasetReport run(
      Destination destination, Checkpoints checkpoints, Consumer<SyncEvent> events) {
    Connection known = new Connection(connection, connection);
    Collect collect = new Collect(api.wanting(selection), selection);
    Sync sync = new Sync(known, collect, destination, checkpoints, NO_LOG, events, () -> 0);
    if (ingestion.incremental()) {
      return sync.run(now).datasets().getFirst();
    }
    Scope scope = scope();
    destination.prepare(dataset().tables());
    events.accept(new SyncEvent.Began(connection, dataset().name()));
    Requests asked = Requests.toldTo(events);
    return ended(
        new OneLoad(ingestion, connection, collect, destination, checkpoints, asked, now),
        scope,
        asked);
  }

  private DatasetReport ended(OneLoad load, Scope scope, Requests asked) {
    DatasetReport report = report(load, scope, asked);
    load.events().accept(new SyncEvent.Ended(connection, dataset().name(), report));
    return report;
  }

  private DatasetReport report(OneLoad load, Scope scope, Requests asked) {
    try {
      return report(Status.OK, asked, load.run(scope), List.of());
    } catch (Failure failure) {
      load.events().accept(new SyncEvent.Failed(connection, dataset().name(), failure));
      return report(status(failure), asked, Changes.NONE, List.of(failure));
    }
  }

  private DatasetReport report(
      Status status, Requests asked, Changes changes, List<Failure> failures) {
    return new DatasetReport(dataset().name(), status, asked.made().get(), 0, changes, failures);
  }

  private static Status status(Failure failure) {
    if (Thread.currentThread().isInterrupted()) {
      return Status.INTERRUPTED;
    }
    return switch (failure) {
      case Failure.Refused _ -> Status.REFUSED;
      case Failure.NotEntitled _ -> Status.NOT_ENTITLED;
      case Failure.Retry _, Failure.Unreadable _, Failure.KeepFailed _ -> Status.FAILED;
    };
  }

  /** Which rows that are there make way. */
  private Scope scope() {
    if (ingestion.strategy() == Strategy.APPEND && ingestion.ingestr()) {
      Instant at = ingestion.loadedAt().orElseThrow();
      Span moment = new Span(at, at.plus(1, ChronoUnit.MICROS));
      return Scope.of(new Scope.During(IngestrColumns.LOADED_AT, moment));
    }
    if (ingestion.interval().isEmpty() || !ingestion.inTime()) {
      return Scope.EVERYTHING;
    }
    Span read = read();
    return ingestion.full()
        ? Scope.EVERYTHING
        : Scope.of(new Scope.During(dataset().time().orElseThrow().name(), read));
  }

  /** Whole days. */
  private Span read() {
    return selection
        .target(dataset(), dataset().window().widths().getFirst(), now)
        .orElseThrow(() -> new WrongUse("the interval has not begun"));
  }

  private Dataset dataset() {
    return ingestion.dataset();
  }
}
