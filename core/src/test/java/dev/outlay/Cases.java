package dev.outlay;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Runs a test on many seeded cases; a failure names the seed that repeats it. */
public final class Cases {
  private static final long FIRST = Long.getLong("seed", 20_261_121L);

  private Cases() {}

  public static void seeded(int count, Consumer<SplittableRandom> test) {
    for (long seed = FIRST; seed < FIRST + count; seed++) {
      try {
        test.accept(new SplittableRandom(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("repeat with -Dseed=" + seed + ": " + e.getMessage(), e);
      }
    }
  }
}
