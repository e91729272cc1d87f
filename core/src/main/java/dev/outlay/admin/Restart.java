package dev.outlay.admin;

import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure;

/** The pages that came belong to an answer that is gone: begin again with the first. */
final class Restart extends RuntimeException {
  private final transient Failure.Retry failure;

  Restart(Attempt attempt, String came) {
    super(came, null, false, false);
    this.failure =
        new Failure.Retry(
            attempt, came + ", several times", "The server keeps losing its place: later.", false);
  }

  /** What to say when beginning again did not help. */
  Failure.Retry failure() {
    return failure;
  }
}
