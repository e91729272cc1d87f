package dev.outlay.telemetry;

import static dev.outlay.metric.Metric.gauge;

import dev.outlay.metric.Metric;
import dev.outlay.metric.MetricFamilies;
import dev.outlay.metric.MetricFamily;
import dev.outlay.metric.Sample;
import dev.outlay.schedule.ConnectionState;
import dev.outlay.schedule.DatasetState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How it stands with what is collected.
 *
 * @param states of all connections, now
 */
public record ScheduleMetrics(Supplier<List<ConnectionState>> states) implements MetricFamilies {
  private static final Metric EVERY =
      of("outlay_sync_interval_seconds", "seconds", "How often a dataset is expected to be read.");
  private static final Metric RUNNING =
      of("outlay_sync_running", "", "1 while a dataset is being read, else 0.");
  private static final Metric FAILING =
      of("outlay_sync_failing", "", "1 where the last run of a dataset failed, else 0.")
          .caution(
              "What the organisation does not have does not fail. Absent before the first run.");
  private static final Metric PAUSED =
      gauge("outlay_connection_paused", "", "1 where nothing is collected, else 0.", "org");

  private static Metric of(String name, String unit, String meaning) {
    return gauge(name, unit, meaning, "org", "dataset");
  }

  @Override
  public List<Metric> metrics() {
    return List.of(EVERY, RUNNING, FAILING, PAUSED);
  }

  @Override
  public List<MetricFamily> families(Instant at) {
    List<ConnectionState> all = states.get();
    return List.of(
        each(all, EVERY, (org, set) -> Optional.of(Sample.of(set.every(), org, set.dataset()))),
        each(all, RUNNING, (org, set) -> Optional.of(flag(set.running(), org, set.dataset()))),
        each(
            all,
            FAILING,
            (org, set) -> set.status().map(_ -> flag(fails(set), org, set.dataset()))),
        new MetricFamily(
            PAUSED,
            all.stream()
                .map(state -> flag(state.linked().paused(), state.linked().name()))
                .toList()));
  }

  private static boolean fails(DatasetState set) {
    return set.entitled() && set.failure().isPresent();
  }

  private static MetricFamily each(
      List<ConnectionState> states,
      Metric metric,
      BiFunction<String, DatasetState, Optional<Sample>> told) {
    Stream<Sample> samples =
        states.stream()
            .flatMap(state ->
                state.datasets().stream()
                    .flatMap(set -> told.apply(state.linked().name(), set).stream()));
    return new MetricFamily(metric, samples.toList());
  }

  private static Sample flag(boolean is, String... labels) {
    return Sample.of(is ? 1 : 0, labels);
  }
}
