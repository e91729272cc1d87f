package dev.outlay.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what was committed and tells those who want to know. */
final class Pulse {
  private final AtomicLong version;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  Pulse(long version) {
    this.version = new AtomicLong(version);
  }

  long version() {
    return version.get();
  }

  /** Until what is returned is closed. */
  AutoCloseable listen(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  void beat() {
    version.incrementAndGet();
    listeners.forEach(Runnable::run);
  }
}
