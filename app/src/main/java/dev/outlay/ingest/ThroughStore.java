package dev.outlay.ingest;

import dev.outlay.destination.Labelled;
import dev.outlay.destination.Mirror;
import dev.outlay.export.Export;
import dev.outlay.export.Passed;
import dev.outlay.export.Way;
import dev.outlay.shape.Shape;
import dev.outlay.shape.StoredTable;
import dev.outlay.store.Store;
import dev.outlay.table.Span;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * From a store that was just brought up to date to the place.
 *
 * @param connection its name in the store
 */
public record ThroughStore(
    Ingestion ingestion, String connection, Store store, InstantSource clock) {
  /** What came of it; the mirror stays open. */
  public Passed run(Mirror mirror) {
    Shape shape = new StoredTable(ingestion.dataset().table());
    Reshaped there =
        new Reshaped(
            mirror,
            ingestion.form(Labelled.label(ingestion.dataset().table())),
            ingestion.mark(),
            Reshaped.Way.STORED);
    return new Export(store, there, clock, _ -> {})
        .run(connection, List.of(shape), way())
        .getFirst();
  }

  /** Ingestr's columns have nothing by which a single row could be found again. */
  private Way way() {
    Optional<Span> time = ingestion.interval().filter(_ -> ingestion.inTime());
    if (time.isPresent() && !ingestion.full()) {
      return new Way.Interval(days(time.get()));
    }
    return ingestion.full() || ingestion.ingestr() ? new Way.Full() : new Way.Current();
  }

  private Span days(Span span) {
    return ingestion.dataset().window().widths().getFirst().around(span);
  }
}
