package dev.outlay.telemetry;

import static dev.outlay.metric.Metric.gauge;

import dev.outlay.metric.Metric;
import dev.outlay.metric.MetricFamilies;
import dev.outlay.metric.MetricFamily;
import dev.outlay.metric.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How far the destinations are behind.
 *
 * @param destinations all of them, now
 */
public record DestinationMetrics(Supplier<List<Kept>> destinations) implements MetricFamilies {
  /**
   * One destination.
   *
   * @param name as in the settings; no address, which may hold a password
   * @param lastSuccess when it was last brought up to date; empty for never
   * @param behindSince the commit it does not have yet and that is the oldest; empty where it has
   *     all
   * @param failing whether the last load failed
   */
  public record Kept(
      String name, Optional<Instant> lastSuccess, Optional<Instant> behindSince, boolean failing) {}

  private static final Metric LAST =
      gauge(
              "outlay_destination_last_success_timestamp_seconds",
              "seconds",
              "When a destination was last brought up to date.",
              "destination")
          .caution("Absent before the first time.");
  private static final Metric LAG =
      gauge(
          "outlay_destination_lag_seconds",
          "seconds",
          "Age of the oldest commit that a destination does not have yet; 0 where it has all.",
          "destination");
  private static final Metric FAILING =
      gauge(
          "outlay_destination_failing", "", "1 where the last load failed, else 0.", "destination");

  @Override
  public List<Metric> metrics() {
    return List.of(LAST, LAG, FAILING);
  }

  @Override
  public List<MetricFamily> families(Instant at) {
    List<Kept> all = destinations.get();
    return List.of(
        each(all, LAST, to -> to.lastSuccess().map(time -> Sample.of(time, to.name()))),
        each(all, LAG, to -> Optional.of(Sample.of(lag(to, at), to.name()))),
        each(all, FAILING, to -> Optional.of(Sample.of(to.failing() ? 1 : 0, to.name()))));
  }

  private static Duration lag(Kept to, Instant at) {
    return to.behindSince()
        .filter(since -> since.isBefore(at))
        .map(since -> Duration.between(since, at))
        .orElse(Duration.ZERO);
  }

  private static MetricFamily each(
      List<Kept> all, Metric metric, Function<Kept, Optional<Sample>> told) {
    return new MetricFamily(metric, all.stream().flatMap(to -> told.apply(to).stream()).toList());
  }
}
