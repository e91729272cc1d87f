package dev.outlay.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.destination.Changes;
import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure;
import dev.outlay.metric.MetricFamilies;
import dev.outlay.metric.MetricFamily;
import dev.outlay.schedule.ScheduleEvent;
import dev.outlay.sync.DatasetReport;
import dev.outlay.sync.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RunMetricsTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private final AtomicLong nanos = new AtomicLong();
  private final RunMetrics runs = new RunMetrics(address -> "org of " + address, nanos::get);

  @Test
  void aRunIsCountedWithWhatItDidAndHowLongItTook() {
    run(Status.OK, List.of());
    run(Status.OK, List.of());
    assertThat(told(runs))
        .contains(
            "outlay_sync_runs_total [org of c1, cost_report, ok] 2",
            "outlay_sync_requests_total [org of c1, cost_report] 14",
            "outlay_sync_retries_total [org of c1, cost_report] 4",
            "outlay_sync_rows_total [org of c1, cost_report, added] 20",
            "outlay_sync_duration_seconds_total [org of c1, cost_report] 3.000",
            "outlay_sync_last_duration_seconds [org of c1, cost_report] 1.500",
            "outlay_sync_start_lag_seconds [org of c1, cost_report] 30.000");
  }

  @Test
  void failuresAreCountedByKind() {
    Attempt attempt = Attempt.to("GET it", "c1", "cost_report");
    run(
        Status.FAILED,
        List.of(
            new Failure.Retry(attempt, "it was busy", Optional.empty()),
            new Failure.Refused(attempt, "it was refused", "Rotate it.")));
    assertThat(told(runs))
        .contains(
            "outlay_sync_failures_total [org of c1, cost_report, retry] 1",
            "outlay_sync_failures_total [org of c1, cost_report, refused] 1",
            "outlay_sync_runs_total [org of c1, cost_report, failed] 1");
  }

  @Test
  void aDestinationIsAsLateAsTheOldestItLacks() {
    DestinationMetrics destinations =
        new DestinationMetrics(() ->
            List.of(
                new DestinationMetrics.Kept(
                    "warehouse", Optional.empty(), Optional.of(NOW.minusSeconds(90)), true),
                new DestinationMetrics.Kept("lake", Optional.of(NOW), Optional.empty(), false)));
    assertThat(told(destinations))
        .containsExactly(
            "outlay_destination_last_success_timestamp_seconds [lake] 1795168800.000000",
            "outlay_destination_lag_seconds [warehouse] 90.000000",
            "outlay_destination_lag_seconds [lake] 0.000000",
            "outlay_destination_failing [warehouse] 1",
            "outlay_destination_failing [lake] 0");
  }

  private void run(Status status, List<Failure> failures) {
    runs.follow(new ScheduleEvent.Started("c1", "cost_report", NOW.minusSeconds(30), NOW));
    nanos.addAndGet(1_500_000_000);
    Changes changes = new Changes(15, 10, 3, 2, false);
    runs.follow(
        new ScheduleEvent.Reported(
            "c1",
            "cost_report",
            new DatasetReport("cost_report", status, 7, 5, changes, failures)));
    runs.follow(new ScheduleEvent.Ended("c1", "cost_report", status));
  }

  private static List<String> told(MetricFamilies families) {
    return families.families(NOW).stream().flatMap(family -> lines(family).stream()).toList();
  }

  private static List<String> lines(MetricFamily family) {
    return family.samples().stream()
        .map(each ->
            family.metric().sampleName() + " " + each.labels() + " " + each.value().toPlainString())
        .toList();
  }
}
