package dev.outlay.ask.engine;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far figures are added up.
 *
 * @param time whether buckets are told apart
 * @param groups whether groups are
 * @param told groups that are told apart, the others are together; all where there are none
 */
record Level(boolean time, boolean groups, Set<List<@Nullable String>> told) {
  static final Level DETAIL = new Level(true, true, Set.of());
  static final Level GROUPS = new Level(false, true, Set.of());
  static final Level TOTAL = new Level(false, false, Set.of());

  /** These groups and the rest of each bucket. */
  static Level told(Set<List<@Nullable String>> told) {
    return new Level(true, true, told);
  }

  Key of(Key key) {
    Key timed = time ? key : key.withoutTime();
    return groups && (told.isEmpty() || told.contains(key.ids())) ? timed : timed.onlyTime();
  }
}
