package dev.outlay.cli;

import dev.outlay.app.Serving;
import dev.outlay.store.Store;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Loads what serving will need while the command line is still being read. What fails is met again
 * by whoever needs it.
 */
record Warming(List<Thread> threads) implements AutoCloseable {
  static Warming of(String[] args) {
    List<String> words = Arrays.asList(args);
    return new Warming(
        words.contains("serve") && !words.contains("--help")
            ? Stream.<Runnable>of(Store::warmUp, Serving::warmUp).map(Warming::begun).toList()
            : List.of());
  }

  private static Thread begun(Runnable work) {
    return Thread.ofPlatform()
        .daemon()
        .name("outlay-warm-up")
        .uncaughtExceptionHandler((_, _) -> {})
        .start(work);
  }

  /** Waits for their end: where the process ends under it, the engine may crash instead. */
  @Override
  public void close() {
    threads.forEach(Warming::ended);
  }

  private static void ended(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
