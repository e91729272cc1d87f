package dev.outlay.schedule;

import java.time.Instant;

/** What of a job lies before all that is known, and is read when there is time. */
final class History {
  private boolean running;
  private int left;
  private int runs;
  private int failed;
  private Instant notBefore = Instant.MIN;

  boolean isRunning() {
    return running;
  }

  int runs() {
    return runs;
  }

  boolean isWanted(Instant now) {
    return left > 0 && !notBefore.isAfter(now);
  }

  /** So many steps are known to be wanted; who has begun knows better. */
  void want(int steps) {
    left = Math.max(left, steps);
  }

  void begin() {
    running = true;
    runs++;
  }

  void end(Outcome outcome, int stillLeft, Instant now) {
    running = false;
    failed = outcome instanceof Outcome.Failed ? failed + 1 : 0;
    switch (outcome) {
      case Outcome.Good _ -> left = stillLeft < left ? stillLeft : 0;
      case Outcome.NotEntitled _ -> left = 0;
      case Outcome.Failed(var failure) -> notBefore = now.plus(Backoff.after(failed, failure));
      case Outcome.Refused _ -> notBefore = now.plus(Backoff.REFUSED);
      case Outcome.Shut(var until) -> notBefore = until;
      case Outcome.Interrupted _ -> {}
    }
  }
}
