package dev.outlay.server.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.metric.Metric;
import dev.outlay.metric.MetricFamilies;
import dev.outlay.metric.MetricFamily;
import dev.outlay.metric.Sample;
import dev.outlay.server.Site;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpositionTest {
  private static final String OF_PROMETHEUS =
      "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,"
          + "text/plain;version=0.0.4;q=0.5,*/*;q=0.1";
  private static final List<MetricFamily> FAMILIES =
      List.of(
          new MetricFamily(
              Metric.counter("claude_cost_usd", "usd", "A \"cost\" of\\ours.", "org", "model"),
              List.of(
                  Sample.of(new BigDecimal("1.10000000000000000010"), "a", "x\"y\\z\nw"),
                  Sample.of(9007199254740993L, "a", ""))),
          new MetricFamily(
              Metric.info("claude_key", "A key.", "name"), List.of(Sample.of(1, "Größe"))),
          new MetricFamily(Metric.gauge("claude_load", "", "Nothing known."), List.of()),
          new MetricFamily(
              Metric.gauge("claude_lag_seconds", "seconds", "Late."),
              List.of(Sample.of(new BigDecimal("0E-20")))));

  @Test
  void openMetricsNamesFamiliesAndUnitsAndLosesNoDigit() {
    assertThat(text(Exposition.OPEN_METRICS))
        .isEqualTo(
            """
            # TYPE claude_cost_usd counter
            # UNIT claude_cost_usd usd
            # HELP claude_cost_usd A \\"cost\\" of\\\\ours.
            claude_cost_usd_total{org="a",model="x\\"y\\\\z\\nw"} 1.1000000000000000001
            claude_cost_usd_total{org="a"} 9007199254740993
            # TYPE claude_key info
            # HELP claude_key A key.
            claude_key_info{name="Größe"} 1
            # TYPE claude_lag_seconds gauge
            # UNIT claude_lag_seconds seconds
            # HELP claude_lag_seconds Late.
            claude_lag_seconds 0
            # EOF
            """);
  }

  @Test
  void theOlderFormatNamesSamples() {
    assertThat(text(Exposition.PROMETHEUS))
        .contains(
            "# TYPE claude_cost_usd_total counter\n# HELP claude_cost_usd_total A \"cost\" of\\\\ours.\n")
        .contains("# TYPE claude_key_info gauge\n")
        .doesNotContain("# UNIT", "# EOF", "claude_load");
  }

  @Test
  void everybodyGetsTheFormatTheyAskFor() {
    assertThat(Exposition.accepted(Optional.of(OF_PROMETHEUS))).isEqualTo(Exposition.OPEN_METRICS);
    assertThat(Exposition.accepted(Optional.of("text/plain;version=0.0.4;q=1,*/*;q=0.1")))
        .isEqualTo(Exposition.PROMETHEUS);
    assertThat(Exposition.accepted(Optional.of("text/plain")).contentType())
        .isEqualTo("text/plain; version=0.0.4; charset=utf-8");
    assertThat(Exposition.accepted(Optional.of("text/*, application/openmetrics-text; q=0.2")))
        .isEqualTo(Exposition.PROMETHEUS);
    assertThat(Exposition.accepted(Optional.of("*/*"))).isEqualTo(Exposition.OPEN_METRICS);
    assertThat(Exposition.accepted(Optional.empty()).contentType())
        .isEqualTo("application/openmetrics-text; version=1.0.0; charset=utf-8");
  }

  @Test
  void onlyWhoMaySeeEverythingMayRead() {
    MetricFamilies all = MetricFamilies.fixed(FAMILIES.toArray(MetricFamily[]::new));
    try (Site site = new Site(new MetricsApi(all).endpoints(), Site.BY_HEADER)) {
      assertThat(site.get("/metrics").statusCode()).isEqualTo(401);
      assertThat(site.get("/metrics", "As", "viewer/wrkspc_1").statusCode()).isEqualTo(403);
      assertThat(site.get("/metrics", "As", "viewer").body()).endsWith("# EOF\n");
    }
  }

  private static String text(Exposition exposition) {
    return new String(exposition.bytes(FAMILIES), UTF_8);
  }
}
