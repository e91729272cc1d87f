package dev.outlay.store;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stops the session's statements once the time is over. */
final class Watchdog implements AutoCloseable {
  private final Thread thread;

  Watchdog(Session session, Duration time, AtomicBoolean stopped) {
    this.thread =
        Thread.ofPlatform()
            .daemon()
            .name("store-watchdog")
            .start(() -> watch(session, time, stopped));
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void watch(Session session, Duration time, AtomicBoolean stopped) {
    try {
      Thread.sleep(time);
      stopped.set(true);
      while (true) {
        session.interrupt();
        Thread.sleep(50);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
