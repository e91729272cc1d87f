package dev.outlay.ingest;

import dev.outlay.destination.Load;
import dev.outlay.source.Intake;
import dev.outlay.sync.SyncEvent;
import dev.outlay.table.Rows;
import java.util.List;
import java.util.function.Consumer;

/** Several answers into one load: the pages of each come after those of the one before. */
final class Pouring implements Intake {
  private final Load load;
  private final String connection;
  private final String dataset;
  private final Consumer<SyncEvent> events;
  private int first;
  private int next;

  Pouring(Load load, String connection, String dataset, Consumer<SyncEvent> events) {
    this.load = load;
    this.connection = connection;
    this.dataset = dataset;
    this.events = events;
  }

  /** Another answer begins. */
  Pouring another() {
    first = next;
    return this;
  }

  @Override
  public void rows(int page, Rows rows) {
    next = Math.max(next, first + page + 1);
    load.add(first + page, rows);
    events.accept(new SyncEvent.Read(connection, dataset, 0, rows.size()));
  }

  @Override
  public void discard(int page) {
    load.discard(first + page);
  }

  @Override
  public void requested() {
    events.accept(new SyncEvent.Read(connection, dataset, 1, 0));
  }

  @Override
  public void paged() {
    // Rows are what is counted.
  }

  @Override
  public void unknown(List<String> fields) {
    events.accept(new SyncEvent.Unknown(connection, dataset, fields));
  }
}
