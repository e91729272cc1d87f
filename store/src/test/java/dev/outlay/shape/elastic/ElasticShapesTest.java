package dev.outlay.shape.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.failure.Failure;
import dev.outlay.shape.ChangeSink;
import dev.outlay.shape.Shape;
import dev.outlay.store.Line;
import dev.outlay.store.SimulatedStore;
import dev.outlay.table.Rows;
import dev.outlay.table.Span;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The streams of a store that was collected from the simulator. */
class ElasticShapesTest {
  private static final String NAME = "production";
  private static final Map<String, String> EVERYTHING =
      Map.of("initial_interval", "all", "cost_initial_interval", "all");
  private static @Nullable SimulatedStore store;

  @BeforeAll
  static void collect(@TempDir Path folder) {
    store = new SimulatedStore(folder);
    store().sync(SimulatedStore.START);
  }

  @AfterAll
  static void close() {
    store().close();
  }

  @Test
  void tokensAreThoseOfTheOneCutThatHasTheDimensions() {
    List<Map<String, @Nullable Object>> rows = rows(usage(EVERYTHING));
    assertThat(sum(rows, "anthropic.usage.output_tokens"))
        .isEqualTo(number("SELECT sum(output_tokens) FROM usage_report WHERE bucket_width = '1h'"));
    assertThat(sum(rows, "anthropic.usage.cached_input_tokens"))
        .isEqualTo(
            number(
                "SELECT sum(cache_read_input_tokens) FROM usage_report WHERE bucket_width = '1h'"));
    assertThat(rows).allSatisfy(row -> assertThat(row.get("anthropic.usage.api_key_id")).isNull());
  }

  @Test
  void daysComeFromOneCutAlthoughThreeWereCollected() {
    Map<String, String> days =
        Map.of("width", "1d", "initial_interval", "all", "group_by", "model");
    assertThat(sum(rows(usage(days)), "anthropic.usage.output_tokens"))
        .isEqualTo(
            number(
                "SELECT sum(output_tokens) FROM usage_report WHERE bucket_width = '1d' AND grouped_by LIKE '%speed%'"));
    assertThat(rows(usage(days)))
        .extracting(row -> row.get("outlay.row_id"))
        .doesNotHaveDuplicates();
  }

  @Test
  void allInputOfGenAiHasTheCachesInIt() {
    assertThat(rows(usage(EVERYTHING)))
        .isNotEmpty()
        .allSatisfy(row ->
            assertThat(row.get("gen_ai.usage.input_tokens"))
                .isEqualTo(
                    value(row, "anthropic.usage.uncached_input_tokens")
                        + value(row, "anthropic.usage.cached_input_tokens")
                        + value(row, "anthropic.usage.cache_creation_input_tokens")));
  }

  @Test
  void aDimensionThatNoCutHasIsRefusedWithTheSettingThatBringsIt() {
    Shape speed = usage(Map.of("group_by", "speed,model"));
    assertThatThrownBy(() -> rows(speed))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("1h")
        .hasMessageContaining("speed")
        .hasMessageContaining("outlay.yml");
  }

  @Test
  void costIsTheReportToTheLastDigit() {
    List<Map<String, @Nullable Object>> rows = rows(shape(EVERYTHING, 1));
    assertThat(decimals(rows, "anthropic.cost.amount"))
        .isEqualByComparingTo(decimal("SELECT sum(amount_cents) FROM cost_report"));
    assertThat((long) rows.size()).isEqualTo(number("SELECT count(*) FROM cost_report"));
    List<Map<String, @Nullable Object>> less =
        rows(shape(Map.of("cost_initial_interval", "all", "cost_group_by", "workspace_id"), 1));
    assertThat(decimals(less, "anthropic.cost.amount"))
        .isEqualByComparingTo(decimal("SELECT sum(amount_cents) FROM cost_report"));
    assertThat(less.size()).isLessThan(rows.size());
  }

  @Test
  void theFirstRunLooksBackNoFurtherThanAsked() {
    Instant earliest =
        rows(shape(Map.of(), 1)).stream()
            .map(row -> (Instant) Objects.requireNonNull(row.get("@timestamp")))
            .min(Instant::compareTo)
            .orElseThrow();
    assertThat(earliest).isAfter(SimulatedStore.START.minus(Duration.ofDays(8)));
    assertThat(rows(shape(Map.of(), 1)).size()).isLessThan(rows(shape(EVERYTHING, 1)).size());
  }

  @Test
  void aRateLimitIsToldOnceForEachGroupAndInterval() {
    Instant later = SimulatedStore.START.plus(Duration.ofHours(2));
    if (store().now().isBefore(later)) {
      store().sync(later, "rate_limits");
    }
    Span twoHours = new Span(SimulatedStore.START, later);
    List<Map<String, @Nullable Object>> rows =
        rows(shape(Map.of("interval", "15m"), 2), Optional.of(twoHours));
    long groups =
        number(
            "SELECT count(*) FROM (SELECT DISTINCT limit_id, group_id, group_type FROM rate_limits)");
    assertThat((long) rows.size()).isEqualTo(8 * groups);
    assertThat(rows).extracting(row -> row.get("outlay.row_id")).doesNotHaveDuplicates();
    assertThat(rows)
        .allSatisfy(row ->
            assertThat(String.valueOf(row.get("anthropic.rate_limit.limits")))
                .contains("\"type\""));
  }

  @Test
  void changesLeadWhereAFillLeads() {
    for (Shape shape : ElasticShapes.of(EVERYTHING)) {
      Map<Object, Map<String, @Nullable Object>> kept = new HashMap<>();
      rows(shape).forEach(row -> kept.put(id(row), row));
      long before = shape.newest(store().answers(), NAME);
      store().sync(store().now().plus(Duration.ofHours(30)));
      boolean told =
          shape.changes(
              store().answers(),
              NAME,
              before,
              new ChangeSink() {
                @Override
                public void gone(Rows keys) {
                  named(keys).forEach(row -> kept.remove(id(row)));
                }

                @Override
                public void rows(Rows rows) {
                  named(rows).forEach(row -> kept.put(id(row), row));
                }
              });
      assertThat(told).as(shape.table().name()).isTrue();
      assertThat(kept.values()).containsExactlyInAnyOrderElementsOf(rows(shape));
      assertThat(shape.newest(store().answers(), NAME)).isGreaterThan(before);
    }
  }

  @Test
  void anIntervalIsItsBucketsAlone() {
    Span day =
        new Span(Instant.parse("2026-11-20T00:00:00Z"), Instant.parse("2026-11-21T00:00:00Z"));
    List<Map<String, @Nullable Object>> rows = rows(usage(EVERYTHING), Optional.of(day));
    assertThat(rows)
        .isNotEmpty()
        .allSatisfy(row ->
            assertThat(day.contains((Instant) Objects.requireNonNull(row.get("@timestamp"))))
                .isTrue());
  }

  @Test
  void aSettingThatIsNotKnownIsNamed() {
    assertThatThrownBy(() -> ElasticShapes.of(Map.of("widht", "1h")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("widht")
        .hasMessageContaining("width");
  }

  private static Shape usage(Map<String, String> options) {
    return shape(options, 0);
  }

  private static Shape shape(Map<String, String> options, int which) {
    return ElasticShapes.of(options).get(which);
  }

  private static List<Map<String, @Nullable Object>> rows(Shape shape) {
    return rows(shape, Optional.empty());
  }

  private static List<Map<String, @Nullable Object>> rows(Shape shape, Optional<Span> interval) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    shape.rows(store().answers(), NAME, interval, rows -> all.addAll(named(rows)));
    return all;
  }

  private static List<Map<String, @Nullable Object>> named(Rows rows) {
    return rows.cells().stream()
        .map(cells -> {
          Map<String, @Nullable Object> row = new HashMap<>();
          for (int i = 0; i < cells.length; i++) {
            row.put(rows.table().columns().get(i).name(), Arrays.asList(cells).get(i));
          }
          return row;
        })
        .toList();
  }

  private static Object id(Map<String, @Nullable Object> row) {
    return Objects.requireNonNull(row.get("outlay.row_id"));
  }

  private static long value(Map<String, @Nullable Object> row, String name) {
    return (Long) Objects.requireNonNull(row.get(name));
  }

  private static long sum(List<Map<String, @Nullable Object>> rows, String name) {
    return rows.stream().mapToLong(row -> value(row, name)).sum();
  }

  private static BigDecimal decimals(List<Map<String, @Nullable Object>> rows, String name) {
    return rows.stream()
        .map(row -> (BigDecimal) Objects.requireNonNull(row.get(name)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static long number(String sql) {
    return Line.of(store().answers(), sql).getFirst().number(0).orElseThrow();
  }

  private static BigDecimal decimal(String sql) {
    return Line.of(store().answers(), sql).getFirst().decimal(0).orElseThrow();
  }

  private static SimulatedStore store() {
    return Objects.requireNonNull(store);
  }
}
