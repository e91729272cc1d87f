package dev.outlay.cli;

import dev.outlay.failure.Failure;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * Ctrl-C while something is being done: its thread is interrupted and given some time to end
 * properly. The process then ends with 130, as the signal wants it.
 */
final class Stop implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook;
  private volatile boolean stopped;

  private Stop(Thread worker) {
    this.hook = Thread.ofPlatform().name("stop").unstarted(() -> stop(worker));
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** From now until it is closed, Ctrl-C interrupts this thread. */
  static Stop here() {
    return new Stop(Thread.currentThread());
  }

  /** Waits for Ctrl-C. */
  static void await() {
    try (Stop stop = here()) {
      stop.untilThen();
    }
  }

  /** Waits for Ctrl-C; what is closed before this is may take its time. */
  void untilThen() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException _) {
      // That is what it waited for.
    }
  }

  /** Whether Ctrl-C came, or something else wants this thread to end. */
  boolean stopped() {
    return stopped || Thread.currentThread().isInterrupted();
  }

  /** What the work ends with; a failure that comes of the interruption is none. */
  int orInterrupted(Shell shell, IntSupplier work) {
    try {
      return work.getAsInt();
    } catch (Failure failure) {
      if (!stopped()) {
        throw failure;
      }
      shell
          .err()
          .println("Interrupted. What was committed is kept; run the same command again to go on.");
      return Exit.INTERRUPTED;
    }
  }

  private void stop(Thread worker) {
    stopped = true;
    worker.interrupt();
    try {
      boolean _ = done.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // It is running: the process is on its way out.
    }
  }
}
