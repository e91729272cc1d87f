package dev.outlay.admin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only when somebody sleeps or the test says so. One thread. */
final class HandTicker implements Ticker {
  private final List<Duration> slept = new ArrayList<>();
  private long nanos = 1_000;
  private Runnable duringNextSleep = () -> {};

  void pass(Duration time) {
    nanos += time.toNanos();
  }

  /** Runs in the middle of the next sleep. */
  void duringNextSleep(Runnable what) {
    duringNextSleep = what;
  }

  List<Duration> slept() {
    List<Duration> since = List.copyOf(slept);
    slept.clear();
    return since;
  }

  @Override
  public long nanos() {
    return nanos;
  }

  @Override
  public void sleep(Duration time) {
    slept.add(time);
    Runnable now = duringNextSleep;
    duringNextSleep = () -> {};
    pass(time.dividedBy(2));
    now.run();
    pass(time.minus(time.dividedBy(2)));
  }
}
