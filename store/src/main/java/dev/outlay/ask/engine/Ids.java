package dev.outlay.ask.engine;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The ids of a group, one for each dimension; null is a value too. A group comes in many buckets
 * and is looked up with each figure: its hash is computed once.
 */
final class Ids extends AbstractList<@Nullable String> implements RandomAccess {
  private final @Nullable String[] ids;
  private final int hash;

  private Ids(@Nullable String[] ids) {
    this.ids = ids;
    this.hash = Arrays.hashCode(ids);
  }

  /**
   * Those that were met: of equal ones there is one object. Not safe for use by several threads.
   */
  static final class Met {
    private final Map<Ids, Ids> met = new HashMap<>();

    Ids of(List<@Nullable String> ids) {
      return met.computeIfAbsent(new Ids(ids.toArray(new String[0])), Function.identity());
    }
  }

  @Override
  public @Nullable String get(int i) {
    return ids[i];
  }

  @Override
  public int size() {
    return ids.length;
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || super.equals(other);
  }
}
