package dev.outlay.simulator;

import static dev.outlay.simulator.Probe.at;
import static dev.outlay.simulator.Probe.list;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.simulator.world.Report;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LateDataTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-10");
  private static final String OF_DAY =
      "starting_at=2026-11-10T00:00:00Z&ending_at=2026-11-11T00:00:00Z";

  private final AtomicReference<Instant> now = new AtomicReference<>(Bench.NOW);
  private final Simulator simulator = Simulator.start(Bench.settings().withClock(now::get));
  private final Probe probe = new Probe(simulator);

  @AfterEach
  void stop() {
    simulator.close();
  }

  private BigDecimal sum(String request, String field) {
    return probe.everything(request).stream()
        .flatMap(bucket -> list(bucket, "results").stream())
        .map(row -> new BigDecimal(String.valueOf(at(row, field))))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private List<BigDecimal> hourBy(long... secondsAfterItsEnd) {
    List<BigDecimal> sums = new ArrayList<>();
    for (long seconds : secondsAfterItsEnd) {
      now.set(Instant.parse("2026-11-20T10:00:00Z").plusSeconds(seconds));
      sums.add(
          sum(
              "usage_report/messages?bucket_width=1h&starting_at=2026-11-20T09:00:00Z&ending_at=2026-11-20T10:00:00Z",
              "uncached_input_tokens"));
    }
    return sums;
  }

  @Test
  void usageRipensForTenMinutes() {
    List<BigDecimal> sums = hourBy(0, 300, 600, 9_000);
    assertThat(sums.get(0)).isLessThan(sums.get(1));
    assertThat(sums.get(1)).isLessThan(sums.get(2));
    assertThat(sums.get(2)).isEqualTo(sums.get(3));
  }

  @Test
  void theRunningDayIsTheSumOfItsMinutes() {
    String day = "usage_report/messages?starting_at=2026-11-20T00:00:00Z";
    assertThat(sum(day + "&bucket_width=1m&limit=1440", "output_tokens"))
        .isEqualTo(sum(day, "output_tokens"))
        .isPositive();
  }

  @Test
  void costRipensForTwoDays() {
    String report = "cost_report?starting_at=2026-11-19T00:00:00Z&ending_at=2026-11-20T00:00:00Z";
    BigDecimal early = sum(report, "amount");
    now.set(Instant.parse("2026-11-22T00:00:00Z"));
    BigDecimal settled = sum(report, "amount");
    now.set(Instant.parse("2026-11-29T00:00:00Z"));
    assertThat(early).isLessThan(settled);
    assertThat(sum(report, "amount")).isEqualByComparingTo(settled);
  }

  @Test
  void claudeCodeIsAnHourBehind() {
    now.set(Instant.parse("2026-11-20T00:30:00Z"));
    assertThat(probe.everything("usage_report/claude_code?starting_at=2026-11-20")).isEmpty();
    now.set(Instant.parse("2026-11-20T12:30:00Z"));
    assertThat(probe.everything("usage_report/claude_code?starting_at=2026-11-20")).isNotEmpty();
  }

  @Test
  void analyticsAreHoursBehind() {
    assertThat(
            probe
                .get("analytics/usage?starting_at=2026-11-19T00:00:00Z")
                .json()
                .get("data_refreshed_at"))
        .isEqualTo("2026-11-20T08:00:00Z");
  }

  @Test
  void aDayCanBeRevised() {
    BigDecimal before = sum("cost_report?" + OF_DAY, "amount");
    simulator.revise(Report.COST, DAY, 200);
    assertThat(sum("cost_report?" + OF_DAY, "amount"))
        .isEqualByComparingTo(before.multiply(BigDecimal.TWO));
  }

  @Test
  void aKeyCanVanishFromADay() {
    String report = "usage_report/messages?group_by[]=api_key_id&" + OF_DAY;
    String key = simulator.organisations().getFirst().directory().apiKeys().getFirst().id();
    assertThat(probe.get(report).text()).contains(key);
    simulator.vanish(Report.USAGE, DAY, key);
    assertThat(probe.get(report).text()).doesNotContain(key);
  }

  @Test
  void aRangeCanGoEmpty() {
    simulator.empty(
        Report.USAGE, Instant.parse("2026-11-10T00:00:00Z"), Instant.parse("2026-11-11T00:00:00Z"));
    assertThat(sum("usage_report/messages?" + OF_DAY, "output_tokens")).isZero();
    assertThat(sum("cost_report?" + OF_DAY, "amount")).isPositive();
  }
}
