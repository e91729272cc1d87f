package dev.outlay.quality;

import java.time.Duration;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * What should be, as only the one who collects knows.
 *
 * @param connections by name; those that never ran are known only from here
 * @param every how often a dataset is read, by its name
 * @param syncing whether a dataset (connection, dataset) is being read just now
 */
public record Expected(
    Set<String> connections,
    Function<String, Duration> every,
    BiPredicate<String, String> syncing) {
  private static final int MISSED = 3;

  /** After which time without a good run it is late. */
  Duration patience(String dataset) {
    return every.apply(dataset).multipliedBy(MISSED);
  }
}
