package dev.outlay.ask.engine;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Sums by key, several side by side; null is unknown. Not safe for use by several threads. */
final class Sums {
  private final int width;
  private final Map<Key, @Nullable BigDecimal[]> byKey = new HashMap<>();

  Sums(int width) {
    this.width = width;
  }

  void add(Key key, @Nullable BigDecimal[] values) {
    byKey.merge(key, values, Sums::added);
  }

  Set<Key> keys() {
    return Collections.unmodifiableSet(byKey.keySet());
  }

  /** Nothing where there is no such key. */
  @Nullable BigDecimal @Nullable [] of(Key key) {
    return byKey.get(key);
  }

  /** The same, added up by another key. */
  Sums by(UnaryOperator<Key> other) {
    Sums sums = new Sums(width);
    byKey.forEach((key, values) -> sums.add(other.apply(key), values));
    return sums;
  }

  private static @Nullable BigDecimal[] added(@Nullable BigDecimal[] a, @Nullable BigDecimal[] b) {
    @Nullable BigDecimal[] sum = new @Nullable BigDecimal[a.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = plus(a[i], b[i]);
    }
    return sum;
  }

  /** What is unknown adds nothing; of two unknowns the sum is unknown. */
  static @Nullable BigDecimal plus(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.add(b);
  }
}
