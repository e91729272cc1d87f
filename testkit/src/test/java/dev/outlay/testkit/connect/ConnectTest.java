package dev.outlay.testkit.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.admin.AdminApi;
import dev.outlay.admin.AdminSettings;
import dev.outlay.admin.ApiKey;
import dev.outlay.dataset.catalogue.Cut;
import dev.outlay.simulator.Settings;
import dev.outlay.simulator.Simulator;
import dev.outlay.source.Selection;
import dev.outlay.sync.Collect;
import dev.outlay.testkit.ManualClock;
import dev.outlay.testkit.ManualTicker;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A month collected by Kafka Connect, which knows nothing of ours but the step. */
class ConnectTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:30:30Z");
  private static final int FOR_EVER = 1_000;

  private final ManualClock clock = new ManualClock(NOW);
  private final Simulator simulator =
      Simulator.start(Settings.defaults().withClock(new ManualClock(NOW)));
  private final AdminApi api =
      new AdminApi(
          AdminSettings.of("production", ApiKey.of("production", Settings.KEY)).at(simulator.url()),
          month(),
          clock,
          new ManualTicker());

  @AfterEach
  void stop() {
    api.close();
    simulator.close();
  }

  private static Selection month() {
    Selection.Usage hours =
        new Selection.Usage(Duration.ofDays(30), List.of(Cut.SPEND.dimensions()));
    return new Selection(
        Set.of("cost_report", "usage_report", "claude_code_usage"),
        Optional.of(NOW.minus(Duration.ofDays(30))),
        Optional.empty(),
        Set.of(),
        Duration.ofDays(365),
        Map.of("1h", hours),
        Map.of());
  }

  private CollectTask task() {
    return new CollectTask(new Collect(api, month()), clock);
  }

  private static Map<List<Object>, Integer> counted(List<SourceRecord> records) {
    Map<List<Object>, Integer> counted = new HashMap<>();
    records.forEach(each -> counted.merge(List.of(each.topic(), each.value()), 1, Integer::sum));
    return counted;
  }

  private Map<List<Object>, Integer> inOneGo() {
    Worker worker = new Worker();
    worker.run(task(), FOR_EVER);
    return counted(worker.delivered());
  }

  @Test
  void aMonthIsCollectedAndWithNothingNewOnlyTheNewestComesAgain() {
    Worker worker = new Worker();
    worker.run(task(), FOR_EVER);
    int first = worker.delivered().size();
    assertThat(worker.delivered().stream().map(SourceRecord::topic).distinct())
        .contains("cost_report", "usage_report", "claude_code_usage", "claude_code_models");
    clock.pass(Duration.ofMinutes(5));
    worker.run(task(), FOR_EVER);
    List<SourceRecord> again = worker.delivered().subList(first, worker.delivered().size());
    assertThat(again).isNotEmpty().allMatch(ConnectTest::isNewest);
  }

  @Test
  void stoppedHalfWayNothingIsMissingAndNothingTwiceButWhatMayStillChange() {
    Map<List<Object>, Integer> whole = inOneGo();
    for (int polls : List.of(1, 3, 7, 20)) {
      Worker worker = new Worker();
      clock.set(NOW);
      worker.run(task(), polls);
      clock.pass(Duration.ofMinutes(5));
      worker.run(task(), FOR_EVER);
      twiceOnlyWhatMayChange(whole, worker);
    }
  }

  private static void twiceOnlyWhatMayChange(Map<List<Object>, Integer> whole, Worker worker) {
    Map<List<Object>, Integer> delivered = counted(worker.delivered());
    assertThat(delivered.keySet()).isEqualTo(whole.keySet());
    Set<List<Object>> more = new HashSet<>();
    delivered.forEach((row, times) -> {
      if (times > whole.getOrDefault(row, 0)) {
        more.add(row);
      }
    });
    assertThat(worker.delivered())
        .filteredOn(each -> more.contains(List.of(each.topic(), each.value())))
        .allMatch(ConnectTest::isNewest);
  }

  @Test
  void killedInTheMiddleOfAPollNothingIsMissing() {
    Map<List<Object>, Integer> whole = inOneGo();
    Worker worker = new Worker();
    for (int kills = 0; kills < 6; kills++) {
      worker.killedInAPoll(task());
      worker.run(task(), 4);
      clock.pass(Duration.ofMinutes(1));
    }
    worker.run(task(), FOR_EVER);
    assertThat(counted(worker.delivered()).keySet()).isEqualTo(whole.keySet());
  }

  private static boolean isNewest(SourceRecord row) {
    String text = String.valueOf(row.value());
    String bucket = row.topic().equals("usage_report") ? "2026-11-20T10:00:00Z" : "2026-11-20";
    return text.contains("bucket_start=" + bucket) || text.contains("date=" + bucket);
  }
}
