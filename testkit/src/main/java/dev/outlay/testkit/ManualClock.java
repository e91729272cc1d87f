package dev.outlay.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until it is moved. Safe for use by many threads. */
public final class ManualClock implements InstantSource {
  private volatile Instant now;

  public ManualClock(Instant start) {
    this.now = start;
  }

  public static ManualClock at(String time) {
    return new ManualClock(Instant.parse(time));
  }

  @Override
  public Instant instant() {
    return now;
  }

  public synchronized void set(Instant time) {
    now = time;
  }

  public synchronized void pass(Duration time) {
    now = now.plus(time);
  }
}
