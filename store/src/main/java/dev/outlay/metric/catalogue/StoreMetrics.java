package dev.outlay.metric.catalogue;

import dev.outlay.metric.Entry;
import java.util.List;
import java.util.stream.Stream;

/** All metrics that are read from the store. */
public final class StoreMetrics {
  public static final List<Entry> ALL =
      Stream.of(
              UsageMetrics.ALL,
              CostMetrics.ALL,
              LimitMetrics.ALL,
              DirectoryMetrics.ALL,
              FreshnessMetrics.ALL)
          .flatMap(List::stream)
          .toList();

  private StoreMetrics() {}
}
