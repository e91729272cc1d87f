package dev.outlay.testkit;

import dev.outlay.admin.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Elapsed time that passes only when somebody sleeps, at once, or the test says so. Safe for use by
 * many threads.
 */
public final class ManualTicker implements Ticker {
  private final AtomicLong nanos = new AtomicLong();
  private final List<Duration> slept = new CopyOnWriteArrayList<>();

  public void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  /** Every wait so far, in the order they began. */
  public List<Duration> slept() {
    return List.copyOf(slept);
  }

  @Override
  public long nanos() {
    return nanos.get();
  }

  @Override
  public void sleep(Duration time) {
    slept.add(time);
    pass(time);
  }
}
