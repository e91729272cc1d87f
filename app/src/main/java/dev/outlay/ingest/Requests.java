package dev.outlay.ingest;

import dev.outlay.sync.SyncEvent;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Counts requests on the way to whoever follows. Safe for use by many threads. */
record Requests(Consumer<SyncEvent> events, AtomicLong made) implements Consumer<SyncEvent> {
  static Requests toldTo(Consumer<SyncEvent> events) {
    return new Requests(events, new AtomicLong());
  }

  @Override
  public void accept(SyncEvent event) {
    if (event instanceof SyncEvent.Read read) {
      made.addAndGet(read.requests());
    }
    events.accept(event);
  }
}
