package dev.outlay.destinations.warehouse;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * How often what fails for a moment is done again, for work that may be repeated.
 *
 * @param pauses before the second time, the third, …
 */
public record Patience(List<Duration> pauses) {
  /** Half a minute. */
  public static final Patience USUAL =
      new Patience(List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(25)));

  /** Work that fails in its own way. */
  public interface Work<T, E extends Exception> {
    T run() throws E, InterruptedException;
  }

  /** What the work gives, or how it failed last. */
  @SuppressWarnings("unchecked")
  public <T, E extends Exception> T over(Work<T, E> work, Predicate<Exception> passing)
      throws E, InterruptedException {
    for (Duration pause : pauses) {
      try {
        return work.run();
      } catch (Exception e) {
        if (!passing.test(e)) {
          throw (E) e;
        }
        Thread.sleep(pause);
      }
    }
    return work.run();
  }
}
