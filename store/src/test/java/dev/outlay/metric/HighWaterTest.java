package dev.outlay.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HighWaterTest {
  private static final Metric COST =
      Metric.counter("claude_cost_usd", "usd", "Cost.", "org", "model");
  private final Remembered documents = new Remembered();
  private HighWater highWater = new HighWater(documents);

  @Test
  void aRevisionDownwardsLeavesTheCounterStandingUntilItIsMadeUpFor() {
    assertThat(told(Sample.of(new BigDecimal("10.5"), "a", "x"))).containsExactly("a x 10.5");
    assertThat(told(Sample.of(new BigDecimal("9.25"), "a", "x"))).containsExactly("a x 10.5");
    assertThat(told(Sample.of(new BigDecimal("10.75"), "a", "x"))).containsExactly("a x 10.75");
  }

  @Test
  void whatWasToldBeforeARestartIsNotUndercutAfterIt() {
    told(
        Sample.of(new BigDecimal("123456789.00000000000000000001"), "a", ""),
        Sample.of(3, "a", "y"));
    highWater = new HighWater(documents);
    assertThat(told(Sample.of(1, "a", "")))
        .containsExactly("a  123456789.00000000000000000001", "a y 3");
  }

  @Test
  void aGroupThatIsRevisedAwayStandsAsItStood() {
    told(Sample.of(5, "a", "x"), Sample.of(5, "b", "x"));
    assertThat(told(Sample.of(6, "a", "y"))).containsExactly("a y 6", "a x 5", "b x 5");
  }

  @Test
  void anOrganisationThatIsRemovedLeavesNothing() {
    told(Sample.of(5, "a", "x"), Sample.of(5, "b", "x"));
    assertThat(told(Set.of("a"), Sample.of(5, "a", "x"))).containsExactly("a x 5");
    assertThat(told(Sample.of(1, "b", "x"))).contains("b x 1");
  }

  @Test
  void nothingIsWrittenWhereNothingIsNew() {
    told(Sample.of(5, "a", "x"));
    told(Sample.of(5, "a", "x"));
    told(Sample.of(4, "a", "x"));
    assertThat(documents.writes).isEqualTo(1);
  }

  private List<String> told(Sample... samples) {
    return told(Set.of("a", "b"), samples);
  }

  private List<String> told(Set<String> organisations, Sample... samples) {
    return highWater
        .over(new MetricFamily(COST, List.of(samples)), organisations)
        .samples()
        .stream()
        .map(each -> String.join(" ", each.labels()) + " " + each.value().toPlainString())
        .toList();
  }
}
