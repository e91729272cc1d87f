package dev.outlay.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.destination.Delivery;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Column;
import dev.outlay.table.Coverage;
import dev.outlay.table.Covered;
import dev.outlay.table.Scope;
import dev.outlay.table.Series;
import dev.outlay.table.Span;
import dev.outlay.table.Table;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {
  private static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");
  private static final String SPEND = "api_key_id,context_window,model,service_tier,workspace_id";

  @TempDir private Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(folder.resolve("s.duckdb"), StoreSettings.DEFAULT);
    store.prepare(Contract.tables());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void theViewsAreThePublishedSchema() {
    assertPublished();
  }

  @Test
  void everyTableHasItsHistory() {
    for (Table table : Contract.tables()) {
      List<String> columns = new ArrayList<>(Contract.columns().get(table.name()));
      columns.addAll(
          List.of(
              "row_id VARCHAR",
              "known_from TIMESTAMP WITH TIME ZONE",
              "known_to TIMESTAMP WITH TIME ZONE",
              "load_seq BIGINT"));
      assertThat(shown("history." + table.name())).isEqualTo(columns);
    }
  }

  @Test
  void preparingAgainAfterOpeningChangesNothing() {
    assertPublished();
    store.close();
    open();
    assertPublished();
  }

  @Test
  void usageIsShownWithNamesAndWhatIsSettled() {
    store.connect(Optional.of("id-1"), "production", "org-1");
    keep("workspaces", Map.of("id", "w1", "name", "Research"));
    keep("api_keys", Map.of("id", "k1", "name", "ci"));
    usage(Map.of("workspace_id", "w1", "api_key_id", "k1", "output_tokens", 5L), 0);
    usage(Map.of("output_tokens", 7L), 2);
    assertThat(
            lines(
                "SELECT concat_ws('|', connection, bucket_start, workspace, api_key, output_tokens, settled) FROM usage_hourly ORDER BY bucket_start"))
        .containsExactly(
            "production|2026-03-01 00:00:00+00|Research|ci|5|true",
            "production|2026-03-01 02:00:00+00|Default Workspace|Console|7|false");
    assertThat(lines("SELECT count(*) FROM usage_daily")).containsExactly("0");
  }

  @Test
  void aRenamedConnectionShowsItsNewNameEverywhere() {
    store.connect(Optional.of("id-1"), "production", "org-1");
    keep("users", Map.of("id", "u1"));
    store.connect(Optional.of("id-1"), "it's main", "org-1");
    assertThat(lines("SELECT connection FROM users")).containsExactly("it's main");
    assertThat(lines("SELECT connection FROM coverage")).containsExactly("it's main");
    store.close();
    open();
    assertThat(lines("SELECT connection FROM users")).containsExactly("it's main");
  }

  @Test
  void aSeriesWithoutTimeHasOneCoverageRowWithoutSpan() {
    keep("users", Map.of("id", "u1"));
    assertThat(
            lines(
                "SELECT concat_ws('|', dataset, span_start IS NULL, read_at, settled_to IS NULL) FROM coverage"))
        .containsExactly("users|true|2026-03-05 00:00:00+00|true");
  }

  private void assertPublished() {
    Contract.columns()
        .forEach((name, columns) -> assertThat(shown(name)).isEqualTo(wanted(columns)));
  }

  /** One hour of the spend cut; the first two hours of the day are settled. */
  private void usage(Map<String, Object> cells, int hour) {
    Instant start = DAY.plus(Duration.ofHours(hour));
    Span span = new Span(start, start.plus(Duration.ofHours(1)));
    Span known = new Span(DAY, DAY.plus(Duration.ofHours(5)));
    Covered read = new Covered(known, start, DAY.plus(Duration.ofHours(2)), DAY);
    Map<String, Object> all = new java.util.HashMap<>(cells);
    all.putAll(
        Map.of(
            "bucket_start",
            start,
            "bucket_end",
            span.end(),
            "bucket_width",
            "1h",
            "grouped_by",
            SPEND));
    load(
        "usage_report",
        all,
        new Series("usage_report", "1h", SPEND, "", ""),
        Scope.of(new Scope.During("bucket_start", span)),
        new Checkpoint(Coverage.NONE.with(read), Optional.empty(), Optional.of(start)));
  }

  private void keep(String table, Map<String, Object> cells) {
    load(
        table,
        cells,
        Series.of(table),
        Scope.EVERYTHING,
        Checkpoint.START.readAt(DAY.plus(Duration.ofDays(4))));
  }

  private void load(
      String name, Map<String, Object> cells, Series series, Scope scope, Checkpoint after) {
    Table table = Contract.table(name);
    @Nullable Object[] row = table.columns().stream().map(Column::name).map(cells::get).toArray();
    new Fixture(store)
        .commit(
            new Delivery("id-1", series, List.of(table), scope, DAY, DAY),
            after,
            List.<@Nullable Object[]>of(row));
  }

  private List<String> shown(String name) {
    return Answer.of(store, "DESCRIBE " + name).rows().stream()
        .map(row -> row.get(0) + " " + row.get(1))
        .toList();
  }

  private static List<String> wanted(List<String> columns) {
    boolean bucketed = columns.stream().anyMatch(column -> column.startsWith("bucket_end "));
    List<String> wanted = new ArrayList<>(columns);
    if (bucketed) {
      wanted.add("settled BOOLEAN");
    }
    return wanted;
  }

  private List<String> lines(String sql) {
    return new Fixture(store).lines(sql);
  }
}
