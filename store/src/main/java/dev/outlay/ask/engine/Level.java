package dev.outlay.ask.engine;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far figures are added up.
 *
 * @param time whether buckets are told apart
 * @param groups whether groups are
 * @param apart groups that are told apart, the others are together; all where there are none
 */
record Level(boolean time, boolean groups, Set<List<@Nullable String>> apart) {
  static final Level DETAIL = new Level(true, true, Set.of());
  static final Level GROUPS = new Level(false, true, Set.of());
  static final Level TOTAL = new Level(false, false, Set.of());

  /** These groups and the rest of each bucket. */
  static Level apart(Set<List<@Nullable String>> apart) {
    return new Level(true, true, apart);
  }

  Key of(Key key) {
    Key timed = time ? key : key.withoutTime();
    return groups && (apart.isEmpty() || apart.contains(key.ids())) ? timed : timed.onlyTime();
  }
}
