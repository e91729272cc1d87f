package dev.outlay.admin;

import java.time.Duration;

/** Elapsed time and waiting; apart from the clock, so that a fixed clock never stops a wait. */
public interface Ticker {
  /** The machine's own. */
  Ticker SYSTEM =
      new Ticker() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
          Thread.sleep(time);
        }
      };

  /** Nanoseconds from an arbitrary beginning. */
  long nanos();

  void sleep(Duration time) throws InterruptedException;
}
