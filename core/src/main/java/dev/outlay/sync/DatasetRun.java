package dev.outlay.sync;

import dev.outlay.dataset.Dataset;
import dev.outlay.destination.Changes;
import dev.outlay.destination.Delivery;
import dev.outlay.destination.Load;
import dev.outlay.failure.Failure;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * One dataset's part of a run. A failure ends its series; other series go on, unless they would
 * meet the same: a refused key, an unreachable server, a destination that keeps nothing.
 */
final class DatasetRun {
  private final Sync sync;
  private final Dataset dataset;
  private final Instant now;
  private final Count count;
  private final List<Failure> failures = new ArrayList<>();
  private Changes changes = Changes.NONE;
  private final Part part;
  private final BooleanSupplier enough;
  private boolean hopeless;
  private boolean begun;

  DatasetRun(Sync sync, Dataset dataset, Instant now, Part part, BooleanSupplier enough) {
    this.part = part;
    this.enough = enough;
    this.sync = sync;
    this.dataset = dataset;
    this.now = now;
    this.count = new Count(sync.connection().name(), dataset.name(), sync.events());
  }

  DatasetReport report() {
    attempt(() -> {
      List<Series> all = sync.collect().source().series(dataset);
      all.forEach(series -> collect(series, series.equals(all.getFirst())));
    });
    return new DatasetReport(
        dataset.name(), status(), count.requests(), count.pages(), changes, failures);
  }

  private void collect(Series series, boolean first) {
    if (!hopeless && !stopped()) {
      attempt(() -> steps(series, first));
    }
  }

  /** What is told to lie before it is everything but what another part takes every time. */
  private void steps(Series series, boolean first) {
    Checkpoint known = sync.checkpoints().of(sync.connection().id(), series);
    List<Step> due = sync.collect().due(dataset, series, known, now);
    List<Step> mine = part.of(due, known, first);
    int before = part == Part.HISTORY ? mine.size() : due.size();
    tell(new SyncEvent.Planned(sync.connection().name(), dataset.name(), before));
    for (Step step : mine) {
      if (stopped() || isEnough() || sync.collect().beyondData(step, known, now)) {
        return;
      }
      known = keep(step, known);
    }
  }

  private boolean isEnough() {
    boolean over = begun && enough.getAsBoolean();
    begun = true;
    return over;
  }

  /** What is known afterwards: a load that is held changes nothing of it, and the rest goes on. */
  private Checkpoint keep(Step step, Checkpoint known) {
    try (Load load = sync.destination().begin(delivery(step))) {
      Checkpoint after = sync.collect().read(step, known, now, count.into(load));
      Changes came = load.commit(after);
      changes = changes.plus(came);
      tell(
          new SyncEvent.Kept(
              sync.connection().name(), dataset.name(), step.series(), step.span(), came));
      return came.held() ? known : after;
    }
  }

  private Delivery delivery(Step step) {
    return new Delivery(
        sync.connection().id(),
        step.series(),
        dataset.tables(),
        step.scope(),
        step.settledBefore(),
        now);
  }

  private void attempt(Runnable work) {
    try {
      work.run();
    } catch (Failure failure) {
      if (!stopped()) {
        failures.add(failure);
        hopeless |= !(failure instanceof Failure.Unreadable);
        tell(new SyncEvent.Failed(sync.connection().name(), dataset.name(), failure));
      }
    }
  }

  private Status status() {
    if (stopped()) {
      return Status.INTERRUPTED;
    }
    return failures.stream()
        .map(DatasetRun::statusOf)
        .max(Enum::compareTo)
        .orElse(changes.held() ? Status.HELD : Status.OK);
  }

  private static Status statusOf(Failure failure) {
    return switch (failure) {
      case Failure.Refused _ -> Status.REFUSED;
      case Failure.NotEntitled _ -> Status.NOT_ENTITLED;
      case Failure.Retry _, Failure.Unreadable _, Failure.KeepFailed _ -> Status.FAILED;
    };
  }

  private void tell(SyncEvent event) {
    sync.events().accept(event);
  }

  private static boolean stopped() {
    return Thread.currentThread().isInterrupted();
  }
}
