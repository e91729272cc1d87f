package dev.outlay.simulator;

import static dev.outlay.simulator.Probe.at;
import static dev.outlay.simulator.Probe.list;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.simulator.world.Context;
import dev.outlay.simulator.world.Geo;
import dev.outlay.simulator.world.Model;
import dev.outlay.simulator.world.Speed;
import dev.outlay.simulator.world.Tier;
import dev.outlay.simulator.world.TokenKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsistencyTest {
  private static final String DAY =
      "starting_at=2026-11-17T00:00:00Z&ending_at=2026-11-18T00:00:00Z";

  private static Simulator simulator(long seed) {
    return Simulator.start(Bench.settings().withSeed(seed));
  }

  /** Five token kinds and searches, summed over every row of every bucket. */
  private static List<Long> totals(List<?> buckets) {
    Long[] sums = {0L, 0L, 0L, 0L, 0L, 0L};
    for (Object bucket : buckets) {
      for (Object row : list(bucket, "results")) {
        Object creation = at(row, "cache_creation");
        long[] counts = {
          number(row, "uncached_input_tokens"),
          number(row, "cache_read_input_tokens"),
          number(creation, "ephemeral_5m_input_tokens"),
          number(creation, "ephemeral_1h_input_tokens"),
          number(row, "output_tokens"),
          number(at(row, "server_tool_use"), "web_search_requests")
        };
        for (int i = 0; i < sums.length; i++) {
          sums[i] += counts[i];
        }
      }
    }
    return Arrays.asList(sums);
  }

  private static long number(@Nullable Object row, String name) {
    return ((BigDecimal) Objects.requireNonNull(at(row, name))).longValueExact();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 42, 77})
  void minutesAddUpToHoursAndHoursToDays(long seed) {
    try (Simulator simulator = simulator(seed)) {
      Probe probe = new Probe(simulator);
      String report = "usage_report/messages?" + DAY;
      List<Long> day = totals(probe.everything(report));
      assertThat(totals(probe.everything(report + "&bucket_width=1h"))).isEqualTo(day);
      assertThat(totals(probe.everything(report + "&bucket_width=1m&limit=1440"))).isEqualTo(day);
      assertThat(day.getFirst()).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model",
        "workspace_id,api_key_id",
        "account_id,service_account_id,speed",
        "model,workspace_id,api_key_id,service_tier,context_window",
        "model,workspace_id,inference_geo,speed,service_tier"
      })
  void anyGroupingAddsUpToTheUngrouped(String grouping) {
    try (Simulator simulator = simulator(42)) {
      Probe probe = new Probe(simulator);
      String report = "usage_report/messages?" + DAY;
      String grouped = report + "&group_by[]=" + grouping.replace(",", "&group_by[]=");
      assertThat(totals(probe.everything(grouped))).isEqualTo(totals(probe.everything(report)));
    }
  }

  @Test
  void theCostOfTokensIsUsageTimesPrice() {
    try (Simulator simulator = simulator(42)) {
      Probe probe = new Probe(simulator);
      String dimensions =
          "&group_by[]=model&group_by[]=service_tier&group_by[]=context_window&group_by[]=inference_geo&group_by[]=speed";
      Map<String, BigDecimal> expected = new HashMap<>();
      for (Object row :
          list(
              probe.get("usage_report/messages?" + DAY + dimensions).data().getFirst(),
              "results")) {
        price(row, expected);
      }
      Map<String, BigDecimal> billed = new HashMap<>();
      for (Object row :
          list(
              probe.get("cost_report?" + DAY + "&group_by[]=description").data().getFirst(),
              "results")) {
        if ("tokens".equals(at(row, "cost_type"))) {
          String key = at(row, "model") + "|" + at(row, "token_type");
          billed.merge(key, new BigDecimal(String.valueOf(at(row, "amount"))), BigDecimal::add);
        }
      }
      assertThat(billed)
          .isNotEmpty()
          .allSatisfy((key, cents) ->
              assertThat(cents)
                  .as(key)
                  .isEqualByComparingTo(expected.getOrDefault(key, BigDecimal.ZERO)));
      assertThat(billed).hasSameSizeAs(expected);
    }
  }

  private static void price(Object row, Map<String, BigDecimal> into) {
    Tier tier = find(Tier.values(), t -> t.wire().equals(at(row, "service_tier")));
    Model model = find(Model.values(), m -> m.id().equals(at(row, "model")));
    Context context = find(Context.values(), c -> c.wire().equals(at(row, "context_window")));
    Geo geo = find(Geo.values(), g -> g.wire().equals(at(row, "inference_geo")));
    Speed speed = find(Speed.values(), s -> s.wire().equals(at(row, "speed")));
    List<Long> counts = totals(List.of(Map.of("results", List.of(row))));
    for (TokenKind kind : TokenKind.values()) {
      if (tier != Tier.PRIORITY && counts.get(kind.place()) > 0) {
        BigDecimal cents =
            model.rates(tier, context, geo, speed).cents(kind, counts.get(kind.place()));
        into.merge(model.id() + "|" + kind.wire(), cents, BigDecimal::add);
      }
    }
  }

  private static <T> T find(T[] all, java.util.function.Predicate<T> wanted) {
    return Arrays.stream(all).filter(wanted).findFirst().orElseThrow();
  }

  @Test
  void anyCostGroupingAddsUpToTheUngrouped() {
    try (Simulator simulator = Simulator.start(Bench.settings().withNoise(true))) {
      Probe probe = new Probe(simulator);
      List<BigDecimal> sums = new ArrayList<>();
      for (String grouping :
          List.of(
              "",
              "&group_by[]=workspace_id",
              "&group_by[]=description",
              "&group_by[]=workspace_id&group_by[]=description")) {
        sums.add(
            cents(
                probe.everything(
                    "cost_report?starting_at=2026-10-01T00:00:00Z&limit=31" + grouping)));
      }
      assertThat(sums.getFirst()).isPositive();
      assertThat(sums).allSatisfy(sum -> assertThat(sum).isEqualByComparingTo(sums.getFirst()));
    }
  }

  private static BigDecimal cents(List<?> buckets) {
    return buckets.stream()
        .flatMap(bucket -> list(bucket, "results").stream())
        .map(row -> new BigDecimal(String.valueOf(at(row, "amount"))))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void bothGenerationsAgreeOnAClosedMonth() {
    try (Simulator simulator = simulator(42)) {
      Probe probe = new Probe(simulator);
      String october = "starting_at=2026-10-01T00:00:00Z&ending_at=2026-11-01T00:00:00Z";
      long first = totals(probe.everything("usage_report/messages?limit=31&" + october)).getFirst();
      long second = 0;
      for (Object row :
          probe.everything(
              "analytics/usage?group_by[]=api_key_id&group_by[]=model&limit=7&" + october)) {
        second += number(at(row, "usage"), "uncached_input_tokens");
      }
      assertThat(second).isEqualTo(first);
    }
  }

  @Test
  void theSameSeedTellsTheSameStory() {
    try (Simulator one = simulator(9);
        Simulator two = simulator(9);
        Simulator other = simulator(10)) {
      String report = "usage_report/messages?group_by[]=model&" + DAY;
      String told = new Probe(one).get(report).text();
      assertThat(new Probe(two).get(report).text()).isEqualTo(told);
      assertThat(new Probe(other).get(report).text()).isNotEqualTo(told);
    }
  }

  @Test
  void rowsComeInAnotherOrderEachTime() {
    try (Simulator simulator = simulator(42)) {
      Probe probe = new Probe(simulator);
      String report = "usage_report/messages?group_by[]=api_key_id&group_by[]=model&" + DAY;
      List<?> first = list(probe.get(report).data().getFirst(), "results");
      List<?> second = list(probe.get(report).data().getFirst(), "results");
      assertThat(List.<Object>copyOf(second))
          .isNotEqualTo(first)
          .hasSameElementsAs(List.<Object>copyOf(first));
    }
  }

  @Test
  void organisationsHaveDataOfTheirOwn() {
    try (Simulator simulator = Simulator.start(Bench.settings().withOrganizations(2))) {
      Probe probe = new Probe(simulator);
      Probe.Answer second =
          probe.ask(
              "me",
              "authorization",
              "Bearer " + Settings.KEY + "-2",
              "anthropic-version",
              "2023-06-01");
      assertThat(second.status()).isEqualTo(200);
      assertThat(second.json().get("id")).isNotEqualTo(probe.get("me").json().get("id"));
    }
  }

  @Test
  void bothGenerationsBillTheSameForAClosedMonth() {
    try (Simulator simulator = simulator(42)) {
      Probe probe = new Probe(simulator);
      String october = "starting_at=2026-10-01T00:00:00Z&ending_at=2026-11-01T00:00:00Z";
      BigDecimal first = cents(probe.everything("cost_report?limit=31&" + october));
      BigDecimal second = BigDecimal.ZERO;
      for (Object row :
          probe.everything(
              "analytics/cost?group_by[]=workspace_id&group_by[]=cost_type&" + october)) {
        second = second.add(new BigDecimal(String.valueOf(at(at(row, "cost"), "amount"))));
      }
      assertThat(second).isEqualByComparingTo(first);
    }
  }
}
