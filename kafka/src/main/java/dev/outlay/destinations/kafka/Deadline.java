package dev.outlay.destinations.kafka;

import java.time.Duration;

/** How long something outside is waited for: real time, whatever the clock says. */
record Deadline(long atNanos) {
  static final Duration PAUSE = Duration.ofMillis(10);

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  boolean passed() {
    return System.nanoTime() - atNanos > 0;
  }

  /** Waits a moment, or gives up. */
  void pause(String tried, Trouble trouble, String came) throws InterruptedException {
    if (passed()) {
      throw trouble.because(
          tried, came, "Nothing is lost: the next run goes on where this one ended.");
    }
    Thread.sleep(PAUSE);
  }
}
