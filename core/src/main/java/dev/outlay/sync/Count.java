package dev.outlay.sync;

import dev.outlay.destination.Load;
import dev.outlay.source.Intake;
import dev.outlay.table.Rows;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Counts what passes on its way from a source into a load, and tells of it. */
final class Count {
  private final String connection;
  private final String dataset;
  private final Consumer<SyncEvent> events;
  private final Set<String> unknown = new HashSet<>();
  private long requests;
  private long pages;

  Count(String connection, String dataset, Consumer<SyncEvent> events) {
    this.connection = connection;
    this.dataset = dataset;
    this.events = events;
  }

  long requests() {
    return requests;
  }

  long pages() {
    return pages;
  }

  Intake into(Load load) {
    return new Intake() {
      @Override
      public void rows(int page, Rows rows) {
        load.add(page, rows);
        events.accept(new SyncEvent.Read(connection, dataset, 0, rows.size()));
      }

      @Override
      public void discard(int page) {
        load.discard(page);
      }

      @Override
      public void requested() {
        requests++;
        events.accept(new SyncEvent.Read(connection, dataset, 1, 0));
      }

      @Override
      public void paged() {
        pages++;
      }

      @Override
      public void unknown(List<String> fields) {
        if (unknown.addAll(fields)) {
          events.accept(new SyncEvent.Unknown(connection, dataset, fields));
        }
      }
    };
  }
}
