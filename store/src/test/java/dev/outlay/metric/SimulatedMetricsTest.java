package dev.outlay.metric;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.metric.catalogue.StoreMetrics;
import dev.outlay.store.Line;
import dev.outlay.store.SimulatedStore;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is told of a store that was collected from the simulator. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulatedMetricsTest {
  private static final Instant NOW = SimulatedStore.START;
  private final AtomicLong nanos = new AtomicLong();
  private @Nullable SimulatedStore store;
  private Map<String, MetricFamily> families = Map.of();

  @BeforeAll
  void collect(@TempDir Path folder) {
    store = new SimulatedStore(folder);
    store.sync(NOW);
    families =
        families(new AtomicLong(1), new Remembered(), new ArrayDeque<>()).families(NOW).stream()
            .collect(toMap(each -> each.metric().sampleName(), identity()));
  }

  @AfterAll
  void close() {
    store().close();
  }

  @Test
  void countersAreTheSumsOfSettledDaysToTheLastDigit() {
    assertThat(sum("claude_cost_usd_total"))
        .isEqualByComparingTo(
            sql("SELECT sum(amount_usd)::VARCHAR FROM cost_report WHERE settled"));
    assertThat(sum("claude_usage_tokens_total"))
        .isEqualByComparingTo(
            sql("SELECT sum(" + TOKENS + ")::VARCHAR FROM usage_daily WHERE settled"));
    assertThat(sum("claude_usage_web_searches_total"))
        .isEqualByComparingTo(
            sql("SELECT sum(web_search_requests)::VARCHAR FROM usage_daily WHERE settled"));
  }

  private static final String TOKENS =
      "uncached_input_tokens + cache_read_input_tokens + cache_creation_5m_input_tokens + cache_creation_1h_input_tokens + output_tokens";

  @Test
  void whatRunsIsInGauges() {
    assertThat(sum("claude_usage_today_tokens"))
        .isEqualByComparingTo(
            sql(
                "SELECT sum("
                    + TOKENS
                    + ")::VARCHAR FROM usage_daily WHERE date = DATE '2026-11-21'"));
    assertThat(sum("claude_cost_month_to_date_usd"))
        .isEqualByComparingTo(
            sql(
                "SELECT sum(amount_usd)::VARCHAR FROM cost_report WHERE bucket_start >= TIMESTAMPTZ '2026-11-01 00:00:00+00'"));
  }

  @Test
  void whatIsNotKnownIsAbsent() {
    assertThat(
            sql(
                "SELECT count(*)::VARCHAR FROM cost_report WHERE bucket_start >= TIMESTAMPTZ '2026-11-21 00:00:00+00'"))
        .isEqualByComparingTo("0");
    assertThat(samples("claude_cost_today_usd")).isEmpty();
    assertThat(samples("claude_api_key_last_used_timestamp_seconds"))
        .isNotEmpty()
        .hasSizeLessThan(samples("claude_api_key_info").size());
  }

  @Test
  void everythingElseIsTold() {
    assertThat(families.values())
        .filteredOn(family -> !family.metric().name().equals("claude_cost_today_usd"))
        .allSatisfy(family -> assertThat(family.samples()).as(family.metric().name()).isNotEmpty());
  }

  @Test
  void samplesDifferInTheirLabelsAndNoneHoldsAMailAddress() {
    assertThat(families.values())
        .allSatisfy(family -> {
          assertThat(family.samples()).extracting(Sample::labels).doesNotHaveDuplicates();
          assertThat(family.samples())
              .allSatisfy(
                  each -> assertThat(each.labels()).hasSameSizeAs(family.metric().labels()));
          assertThat(family.samples())
              .flatExtracting(Sample::labels)
              .noneMatch(text -> text.contains("@"));
        });
  }

  @Test
  void everyIdOfAFigureHasAName() {
    List<String> workspaces = label("claude_workspace_info", "workspace_id");
    assertThat(workspaces)
        .contains("default")
        .containsAll(label("claude_usage_tokens_total", "workspace_id"))
        .containsAll(label("claude_cost_usd_total", "workspace_id"));
    assertThat(workspaces)
        .containsAll(
            label("claude_rate_limit_peak_used_ratio", "workspace_id").stream()
                .filter(id -> !id.isEmpty())
                .toList());
  }

  @Test
  void aPeakIsAPartOfItsLimit() {
    assertThat(samples("claude_rate_limit_peak_used_ratio"))
        .extracting(Sample::value)
        .allMatch(value -> value.signum() > 0 && value.compareTo(BigDecimal.TEN) < 0);
  }

  @Test
  void whoeverAsksAgainGetsTheSameUntilACommitAndThenNewOnesWithoutWaiting() {
    AtomicLong version = new AtomicLong(1);
    Deque<Runnable> meanwhile = new ArrayDeque<>();
    StoreFamilies cached = families(version, new Remembered(), meanwhile);
    List<MetricFamily> first = cached.families(NOW);
    pass(Duration.ofMinutes(10));
    assertThat(cached.families(NOW.plusSeconds(600))).isSameAs(first);
    List<MetricFamily> second = committed(cached, version);
    version.incrementAndGet();
    assertThat(cached.families(NOW)).isSameAs(second);
    assertThat(meanwhile).isEmpty();
    pass(Duration.ofSeconds(30));
    assertThat(cached.families(NOW)).isSameAs(second);
    assertThat(cached.families(NOW)).isSameAs(second);
    assertThat(meanwhile).hasSize(1);
    meanwhile.remove().run();
    assertThat(cached.families(NOW)).isNotSameAs(second).isEqualTo(second);
  }

  private List<MetricFamily> committed(StoreFamilies cached, AtomicLong version) {
    version.incrementAndGet();
    return cached.fresh(NOW);
  }

  @Test
  void nobodyIsToldWhatIsLongOver() {
    AtomicLong version = new AtomicLong(1);
    StoreFamilies cached = families(version, new Remembered(), new ArrayDeque<>());
    List<MetricFamily> first = cached.families(NOW);
    version.incrementAndGet();
    pass(Duration.ofMinutes(2));
    assertThat(cached.families(NOW)).isNotSameAs(first);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void thePastEndsWhereTheCountersStand() {
    StoreHistory history = new StoreHistory(store().store().reads(), StoreMetrics.ALL);
    Map<Instant, BigDecimal> cost = new TreeMap<>();
    history.read(
        history.known().orElseThrow(),
        (end, counters) ->
            counters.stream()
                .filter(each -> each.metric().name().equals("claude_cost_usd"))
                .forEach(each -> cost.put(end, sum(each))));
    assertThat(List.copyOf(cost.values()))
        .isSorted()
        .last()
        .isEqualTo(sum("claude_cost_usd_total"));
    assertThat(cost).hasSizeGreaterThan(5);
  }

  private StoreFamilies families(
      AtomicLong version, Remembered documents, Deque<Runnable> meanwhile) {
    return new StoreFamilies(
        store().store().reads(),
        version::get,
        StoreMetrics.ALL,
        new HighWater(documents),
        meanwhile::add,
        nanos::get);
  }

  private List<Sample> samples(String name) {
    return Objects.requireNonNull(families.get(name), name).samples();
  }

  private List<String> label(String name, String label) {
    MetricFamily family = Objects.requireNonNull(families.get(name), name);
    int place = family.metric().labels().indexOf(label);
    return family.samples().stream().map(each -> each.labels().get(place)).distinct().toList();
  }

  private BigDecimal sum(String name) {
    return sum(Objects.requireNonNull(families.get(name), name));
  }

  private static BigDecimal sum(MetricFamily family) {
    return family.samples().stream().map(Sample::value).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal sql(String sql) {
    return new BigDecimal(Line.of(store().store().reads(), sql).getFirst().name(0));
  }

  private SimulatedStore store() {
    return Objects.requireNonNull(store);
  }
}
