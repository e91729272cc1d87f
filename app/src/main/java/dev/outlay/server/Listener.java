package dev.outlay.server;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One page that listens. Of what it was not told yet only the newest of a kind is kept. */
final class Listener {
  private final boolean limited;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition told = lock.newCondition();
  private final Map<String, String> waiting = new LinkedHashMap<>();
  private boolean woken;

  Listener(boolean limited) {
    this.limited = limited;
  }

  boolean limited() {
    return limited;
  }

  /**
   * Something to be told.
   *
   * @param about what it takes the place of
   */
  void tell(String event, String about, String data) {
    lock.lock();
    try {
      waiting.put(about, "event: " + event + "\ndata: " + data + "\n\n");
      told.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Ends all waiting, for good. */
  void wake() {
    lock.lock();
    try {
      woken = true;
      told.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** What there is to tell; a sign of life when there is nothing for that long. */
  String await(Duration most) throws InterruptedException {
    lock.lock();
    try {
      long left = most.toNanos();
      while (waiting.isEmpty() && !woken && left > 0) {
        left = told.awaitNanos(left);
      }
      String all = waiting.isEmpty() ? ": here\n\n" : String.join("", waiting.values());
      waiting.clear();
      return all;
    } finally {
      lock.unlock();
    }
  }

  /** Collects what comes for so long, unless all is over. */
  void rest(Duration time) throws InterruptedException {
    lock.lock();
    try {
      long left = time.toNanos();
      while (!woken && left > 0) {
        left = told.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }
}
