package dev.outlay.simulator;

import static dev.outlay.simulator.Probe.list;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.simulator.world.Size;
import org.junit.jupiter.api.Test;

class SizeTest {
  private static final String DAY =
      "starting_at=2026-11-17T00:00:00Z&ending_at=2026-11-18T00:00:00Z";
  private static final String SPEND =
      "&group_by[]=model&group_by[]=workspace_id&group_by[]=api_key_id&group_by[]=service_tier&group_by[]=context_window";

  @Test
  void theBenchmarkSizeHasTwoThousandRowsOfEachADay() {
    try (Simulator simulator = Simulator.start(Bench.settings().withSize(Size.benchmark()))) {
      Probe probe = new Probe(simulator);
      int usage =
          list(probe.get("usage_report/messages?" + DAY + SPEND).data().getFirst(), "results")
              .size();
      int cost =
          list(
                  probe
                      .get("cost_report?group_by[]=workspace_id&group_by[]=description&" + DAY)
                      .data()
                      .getFirst(),
                  "results")
              .size();
      assertThat(usage).isBetween(1_900, 2_500);
      assertThat(cost).isBetween(1_900, 2_500);
    }
  }

  @Test
  void theDemoHasTensOfRowsADay() {
    try (Simulator simulator = Simulator.start(Bench.settings())) {
      Probe probe = new Probe(simulator);
      int usage =
          list(probe.get("usage_report/messages?" + DAY + SPEND).data().getFirst(), "results")
              .size();
      assertThat(usage).isBetween(20, 99);
    }
  }

  @Test
  void thousandsOfKeysAreListed() {
    Size size = Size.demo().withApiKeys(4_000).withUsers(1_500);
    try (Simulator simulator = Simulator.start(Bench.settings().withSize(size))) {
      Probe probe = new Probe(simulator);
      assertThat(probe.everything("api_keys?limit=1000")).hasSizeBetween(3_900, 4_000);
      assertThat(probe.everything("users?limit=1000")).hasSizeBetween(1_480, 1_500);
    }
  }
}
