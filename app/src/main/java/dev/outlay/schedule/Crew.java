package dev.outlay.schedule;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The threads of the runs: virtual ones, one a run. */
final class Crew {
  /** A run that is under way. */
  private record Working(Thread thread, CountDownLatch over) {}

  private final Map<Job, Working> working = new ConcurrentHashMap<>();

  int size() {
    return working.size();
  }

  /** Begins it on a thread of its own. */
  void begin(Job job, Runnable run) {
    CountDownLatch over = new CountDownLatch(1);
    Thread thread =
        Thread.ofVirtual()
            .name("run " + job.dataset() + " of " + job.connection())
            .unstarted(() -> finish(job, run, over));
    working.put(job, new Working(thread, over));
    thread.start();
  }

  /** Stops the runs of that connection; whether they ended in that time. */
  boolean stop(String connection, Duration patience) {
    return stop(
        working.entrySet().stream()
            .filter(each -> each.getKey().connection().equals(connection))
            .map(Map.Entry::getValue)
            .toList(),
        patience);
  }

  boolean stopAll(Duration patience) {
    return stop(List.copyOf(working.values()), patience);
  }

  /** Waits until nothing is under way. */
  boolean rest(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    return List.copyOf(working.values()).stream().allMatch(each -> over(each, end));
  }

  private void finish(Job job, Runnable run, CountDownLatch over) {
    try {
      run.run();
    } finally {
      working.computeIfPresent(job, (_, each) -> each.over.equals(over) ? null : each);
      over.countDown();
    }
  }

  private static boolean stop(Collection<Working> runs, Duration patience) {
    runs.forEach(each -> each.thread.interrupt());
    long end = System.nanoTime() + patience.toNanos();
    return runs.stream().allMatch(each -> over(each, end));
  }

  private static boolean over(Working run, long end) {
    try {
      return run.over.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
