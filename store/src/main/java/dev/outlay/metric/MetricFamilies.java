package dev.outlay.metric;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A source of metrics. What it may tell is known before it tells anything, so that it can be
 * documented. Safe for use by many threads; telling is cheap, for it is done at every scrape.
 */
public interface MetricFamilies {
  /** Everything it may tell. */
  List<Metric> metrics();

  /**
   * What it tells now: for each metric one family, with no samples where nothing is known.
   *
   * @param at the time, UTC
   * @throws dev.outlay.failure.Failure where what it tells cannot be read
   */
  List<MetricFamily> families(Instant at);

  /**
   * The same with everything that was committed, however long that takes: for whoever tells it on.
   */
  default List<MetricFamily> fresh(Instant at) {
    return families(at);
  }

  /** All of several sources, in their order. */
  static MetricFamilies all(List<MetricFamilies> sources) {
    List<MetricFamilies> all = List.copyOf(sources);
    return new MetricFamilies() {
      @Override
      public List<Metric> metrics() {
        return all.stream().map(MetricFamilies::metrics).flatMap(List::stream).toList();
      }

      @Override
      public List<MetricFamily> families(Instant at) {
        return all.stream().map(each -> each.families(at)).flatMap(List::stream).toList();
      }

      @Override
      public List<MetricFamily> fresh(Instant at) {
        return all.stream().map(each -> each.fresh(at)).flatMap(List::stream).toList();
      }
    };
  }

  /** One that never tells anything new. */
  static MetricFamilies fixed(MetricFamily... families) {
    List<MetricFamily> all = List.of(families);
    return new MetricFamilies() {
      @Override
      public List<Metric> metrics() {
        return Stream.of(families).map(MetricFamily::metric).toList();
      }

      @Override
      public List<MetricFamily> families(Instant at) {
        return all;
      }
    };
  }
}
