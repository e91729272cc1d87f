package dev.outlay.ingest;

import dev.outlay.dataset.Dataset;
import dev.outlay.destination.Changes;
import dev.outlay.destination.Checkpoints;
import dev.outlay.destination.Delivery;
import dev.outlay.destination.Destination;
import dev.outlay.destination.Load;
import dev.outlay.sync.Collect;
import dev.outlay.sync.Step;
import dev.outlay.sync.SyncEvent;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Covered;
import dev.outlay.table.Scope;
import dev.outlay.table.Series;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Everything that is wanted as one load: whoever reads there sees all of it or nothing, and a
 * failure leaves what was there.
 */
record OneLoad(
    Ingestion ingestion,
    String connection,
    Collect collect,
    Destination destination,
    Checkpoints checkpoints,
    Consumer<SyncEvent> events,
    Instant now) {
  Changes run(Scope scope) {
    List<Series> all = collect.source().series(dataset());
    Series main = all.getLast();
    Delivery delivery = new Delivery(connection, main, dataset().tables(), scope, Instant.MIN, now);
    try (Load load = destination.begin(delivery)) {
      Pouring pouring = new Pouring(load, connection, dataset().name(), events);
      Checkpoint read = Checkpoint.START;
      for (Series series : all) {
        read = read(series, pouring);
      }
      Changes changes = load.commit(after(main, read));
      events.accept(
          new SyncEvent.Kept(connection, dataset().name(), main, Optional.empty(), changes));
      return changes;
    }
  }

  private Checkpoint read(Series series, Pouring pouring) {
    Checkpoint known = Checkpoint.START;
    Optional<Step> step = collect.next(dataset(), series, known, now);
    while (step.isPresent()) {
      known = collect.read(step.get(), known, now, pouring.another());
      step = collect.next(dataset(), series, known, now);
    }
    return known;
  }

  /** All that is known there afterwards; where rows are only added, that they came says little. */
  private Checkpoint after(Series series, Checkpoint read) {
    Checkpoint before = checkpoints.of(connection, series);
    if (ingestion.strategy() == Strategy.APPEND || ingestion.strategy() == Strategy.MERGE) {
      return before;
    }
    if (ingestion.interval().isEmpty() || ingestion.full() || !ingestion.inTime()) {
      return read;
    }
    Checkpoint both = before;
    for (Covered part : read.coverage().parts()) {
      both = both.covering(part, read.earliest());
    }
    return both;
  }

  private Dataset dataset() {
    return ingestion.dataset();
  }
}
