package dev.outlay.store;

import java.util.UUID;
import java.util.function.Supplier;

/**
 * How much of the machine the store may take.
 *
 * @param memoryMegabytes what DuckDB may hold in memory (10^6 bytes); the rest goes to a folder
 *     beside the store
 * @param threads how many threads one statement may use
 * @param lanes how many loads are written at the same time; more wait for each other
 * @param ids where the ids of new connections come from
 */
public record StoreSettings(int memoryMegabytes, int threads, int lanes, Supplier<String> ids) {
  /** For a small machine. */
  public static final StoreSettings DEFAULT =
      new StoreSettings(112, 2, 4, () -> UUID.randomUUID().toString());

  /**
   * For those who ask as well while it is written: with less, each load would drive out of memory
   * what the next answer is made of.
   */
  public static final StoreSettings SERVING = DEFAULT.withMemory(256);

  public StoreSettings withMemory(int megabytes) {
    return new StoreSettings(megabytes, threads, lanes, ids);
  }
}
