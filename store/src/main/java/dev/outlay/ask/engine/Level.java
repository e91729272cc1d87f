package dev.outlay.ask.engine;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How far figures are added up.
 *
 * @param time whether buckets are told apart
 * @param groups whether groups are
 * @param only groups that count; all where there are none
 * @param without groups that do not count
 */
record Level(
    boolean time,
    boolean groups,
    Set<List<@Nullable String>> only,
    Set<List<@Nullable String>> without) {
  static final Level DETAIL = new Level(true, true, Set.of(), Set.of());
  static final Level GROUPS = new Level(false, true, Set.of(), Set.of());
  static final Level TOTAL = new Level(false, false, Set.of(), Set.of());

  /** These groups and no others. */
  static Level detail(Set<List<@Nullable String>> shown) {
    return new Level(true, true, shown, Set.of());
  }

  /** The rest of each bucket. */
  static Level rest(Set<List<@Nullable String>> shown) {
    return new Level(true, false, Set.of(), shown);
  }

  Key of(Key key) {
    Key timed = time ? key : key.withoutTime();
    return groups ? timed : timed.onlyTime();
  }

  Predicate<Key> which() {
    return key -> (only.isEmpty() || only.contains(key.ids())) && !without.contains(key.ids());
  }
}
