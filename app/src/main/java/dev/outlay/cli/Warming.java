package dev.outlay.cli;

import dev.outlay.app.Serving;
import dev.outlay.store.Store;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Loads what a command will need while its line is still being read. What fails is met again by
 * whoever needs it.
 */
record Warming(List<Thread> threads) implements AutoCloseable {
  static Warming of(String[] args) {
    return new Warming(
        Arrays.asList(args).contains("serve")
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

  /** Waits for its end: a process must not end while the engine is being loaded. */
  @Override
  public void close() {
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
