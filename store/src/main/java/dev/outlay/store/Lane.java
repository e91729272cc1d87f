package dev.outlay.store;

import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/**
 * A platform thread of the store. Native calls would pin a virtual thread to its carrier, so all of
 * them happen here.
 */
final class Lane implements AutoCloseable {
  /** What is done with the engine. */
  interface Work<T> {
    T run() throws SQLException;
  }

  private final Trouble trouble;
  private final ExecutorService thread;

  Lane(String name, Trouble trouble) {
    this.trouble = trouble;
    this.thread =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
  }

  /**
   * Does it on the lane and waits; an interrupt is kept for later, for the work is not divisible.
   */
  <T> T ask(String tried, Work<T> work) {
    try {
      return result(tried, thread.submit(work::run));
    } catch (RejectedExecutionException e) {
      throw trouble.because(tried, "the store is closed", "Open it again.");
    }
  }

  /** Waits for what the lane will have done. */
  <T> T result(String tried, Future<T> done) {
    try {
      return waitFor(done);
    } catch (ExecutionException e) {
      throw trouble.of(tried, e.getCause() == null ? e : e.getCause());
    }
  }

  /** Does it on the lane some time; the work tells of its own failures. */
  void send(Runnable work) {
    thread.execute(work);
  }

  @Override
  public void close() {
    thread.close();
  }

  private static <T> T waitFor(Future<T> future) throws ExecutionException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException _) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
