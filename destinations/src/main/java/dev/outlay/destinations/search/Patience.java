package dev.outlay.destinations.search;

import java.time.Duration;
import java.util.List;

/**
 * How long a busy cluster is waited for, and no longer.
 *
 * @param pauses before the second try, the third, …
 */
record Patience(List<Duration> pauses) {
  static final Patience HALF_A_MINUTE =
      new Patience(
          List.of(
              Duration.ofMillis(500),
              Duration.ofSeconds(1),
              Duration.ofSeconds(2),
              Duration.ofSeconds(4),
              Duration.ofSeconds(8),
              Duration.ofSeconds(15)));

  boolean has(int tries) {
    return tries < pauses.size();
  }

  void pause(int tries) throws InterruptedException {
    Thread.sleep(pauses.get(tries));
  }
}
