package dev.outlay.store;

import java.time.Duration;

/** Stops the session's statements once the time is over. */
final class Watchdog implements AutoCloseable {
  private final Thread thread;

  Watchdog(Session session, Duration time, StringBuffer stopped) {
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

  private static void watch(Session session, Duration time, StringBuffer stopped) {
    try {
      Thread.sleep(time);
      stopped.append(
          "The query took longer than " + time.toMillis() / 1000.0 + " s and was stopped.");
      while (true) {
        session.interrupt();
        Thread.sleep(50);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
