package dev.outlay.simulator.api;

import dev.outlay.simulator.world.Actor;
import dev.outlay.simulator.world.Counts;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of a second-generation report: stretch, group values in facet order, sums. */
final class RankedRow {
  private final Range range;
  private final List<@Nullable String> group;
  private final Actor actor;
  private final long[] counts = new long[Counts.WIDTH];
  private BigDecimal cents = BigDecimal.ZERO;

  RankedRow(Range range, List<@Nullable String> group, Actor actor) {
    this.range = range;
    this.group = group;
    this.actor = actor;
  }

  void add(long[] more, int at) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += more[at + i];
    }
  }

  void add(BigDecimal more) {
    cents = cents.add(more);
  }

  Range range() {
    return range;
  }

  @Nullable String value(int place) {
    return place < group.size() ? group.get(place) : null;
  }

  Actor actor() {
    return actor;
  }

  long[] counts() {
    return counts;
  }

  BigDecimal cents() {
    return cents;
  }

  long requests() {
    return counts[Counts.REQUESTS];
  }

  long totalTokens() {
    long sum = 0;
    for (int i = 0; i < Counts.WEB_SEARCHES; i++) {
      sum += counts[i];
    }
    return sum;
  }
}
