package dev.outlay.telemetry;

import static dev.outlay.metric.Metric.counter;
import static dev.outlay.metric.Metric.gauge;
import static java.time.Duration.ZERO;

import dev.outlay.failure.Failure;
import dev.outlay.metric.Metric;
import dev.outlay.metric.MetricFamilies;
import dev.outlay.metric.MetricFamily;
import dev.outlay.schedule.ScheduleEvent;
import dev.outlay.sync.DatasetReport;
import dev.outlay.sync.Status;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What collecting does, counted from the start of the process: what Prometheus expects of a
 * counter. Safe for use by many threads.
 */
public final class RunMetrics implements MetricFamilies {
  private static final String SINCE = "Since the process started.";
  private final Counters runs =
      counted("outlay_sync_runs", "", "Runs of a dataset that ended, by how.", "status");
  private final Counters requests =
      counted("outlay_sync_requests", "", "Requests to the Admin API that were answered.");
  private final Counters retries =
      counted(
          "outlay_sync_retries",
          "",
          "Requests that brought no whole page: refused, failed or cut, and made again where that helps.");
  private final Counters failures =
      counted(
          "outlay_sync_failures", "", "Series that could not be read or kept, by kind.", "kind");
  private final Counters rows =
      counted("outlay_sync_rows", "", "Rows read, and what they changed in the store.", "change");
  private final Counters time =
      counted("outlay_sync_duration_seconds", "seconds", "Time spent in runs that ended.");
  private final Counters last =
      new Counters(
          gauge(
              "outlay_sync_last_duration_seconds",
              "seconds",
              "How long the last run took.",
              "org",
              "dataset"));
  private final Counters lag =
      new Counters(
          gauge(
              "outlay_sync_start_lag_seconds",
              "seconds",
              "How long after its time the last run began.",
              "org",
              "dataset"));
  private final Map<String, Long> begun = new ConcurrentHashMap<>();
  private final UnaryOperator<String> names;
  private final LongSupplier nanos;

  /**
   * Nothing counted yet.
   *
   * @param names of connections by their addresses
   * @param nanos elapsed time
   */
  public RunMetrics(UnaryOperator<String> names, LongSupplier nanos) {
    this.names = names;
    this.nanos = nanos;
  }

  private static Counters counted(String name, String unit, String meaning, String... more) {
    String[] labels =
        Stream.concat(Stream.of("org", "dataset"), Stream.of(more)).toArray(String[]::new);
    return new Counters(counter(name, unit, meaning, labels).caution(SINCE));
  }

  /** Counts what happens. */
  public void follow(ScheduleEvent event) {
    switch (event) {
      case ScheduleEvent.Started started -> started(started);
      case ScheduleEvent.Reported(var address, var dataset, var report) ->
          report(names.apply(address), dataset, report);
      case ScheduleEvent.Ended(var address, var dataset, var status) ->
          ended(address, dataset, status);
      case ScheduleEvent.Progressed _, ScheduleEvent.Recalled _ -> {}
    }
  }

  private void started(ScheduleEvent.Started run) {
    begun.put(run.connection() + "\n" + run.dataset(), nanos.getAsLong());
    Duration late = run.due().isBefore(run.at()) ? Duration.between(run.due(), run.at()) : ZERO;
    lag.set(seconds(late), names.apply(run.connection()), run.dataset());
  }

  private void ended(String address, String dataset, Status status) {
    String org = names.apply(address);
    runs.add(1, org, dataset, status.name().toLowerCase(Locale.ROOT));
    Long start = begun.remove(address + "\n" + dataset);
    if (start != null) {
      BigDecimal took = seconds(Duration.ofNanos(nanos.getAsLong() - start));
      time.add(took, org, dataset);
      last.set(took, org, dataset);
    }
  }

  private void report(String org, String dataset, DatasetReport report) {
    requests.add(report.requests(), org, dataset);
    retries.add(Math.max(0, report.requests() - report.pages()), org, dataset);
    rows.add(report.changes().read(), org, dataset, "read");
    rows.add(report.changes().added(), org, dataset, "added");
    rows.add(report.changes().changed(), org, dataset, "changed");
    rows.add(report.changes().closed(), org, dataset, "closed");
    report.failures().forEach(each -> failures.add(1, org, dataset, kind(each)));
  }

  private static String kind(Failure failure) {
    return switch (failure) {
      case Failure.Retry _ -> "retry";
      case Failure.Refused _ -> "refused";
      case Failure.NotEntitled _ -> "not_entitled";
      case Failure.Unreadable _ -> "unreadable";
      case Failure.KeepFailed _ -> "keep_failed";
    };
  }

  private static BigDecimal seconds(Duration time) {
    return BigDecimal.valueOf(time.toMillis(), 3);
  }

  @Override
  public List<Metric> metrics() {
    return all().map(Counters::metric).toList();
  }

  @Override
  public List<MetricFamily> families(Instant at) {
    return all().map(Counters::family).toList();
  }

  private Stream<Counters> all() {
    return Stream.of(runs, requests, retries, failures, rows, time, last, lag);
  }
}
