package dev.outlay.cli.progress;

import java.time.Duration;

/** How long ago it was made; not the clock, which may be fixed. */
public record Watch(long start) {
  public static Watch begin() {
    return new Watch(System.nanoTime());
  }

  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
