package dev.outlay.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.catalogue.Datasets;
import dev.outlay.destination.Delivery;
import dev.outlay.destination.Load;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Coverage;
import dev.outlay.table.Covered;
import dev.outlay.table.Rows;
import dev.outlay.table.Scope;
import dev.outlay.table.Series;
import dev.outlay.table.Span;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is loaded in whatever way, what is added up is the sum of the rows. */
class RollupTest {
  private static final Dataset USAGE = Datasets.named("usage_report").orElseThrow();
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final String KEYS =
      "connection, grouped_by, model, workspace_id, service_tier, context_window, inference_geo, speed";
  private static final String SUMS =
      "sum(uncached_input_tokens), sum(cache_read_input_tokens), sum(cache_creation_5m_input_tokens), sum(cache_creation_1h_input_tokens), sum(output_tokens), sum(web_search_requests)";

  @TempDir private Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(file(), StoreSettings.DEFAULT);
    store.prepare(USAGE.tables());
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Path file() {
    return folder.resolve("s.duckdb");
  }

  @Test
  void sumsFollowRowsThatComeChangeVanishAndComeBack() {
    SplittableRandom random = new SplittableRandom(20261129);
    for (int load = 0; load < 60; load++) {
      Instant from = START.plus(Duration.ofHours(random.nextInt(40)));
      String width = random.nextInt(3) == 0 ? "1d" : "1h";
      load("c" + random.nextInt(2), width, day(width, from), random.nextInt(1, 30), random, load);
      assertSums("load " + load);
    }
    assertThat(number("SELECT count(*) FROM rollup.usage_hours")).isPositive();
  }

  @Test
  void largeLoadsThatGoStraightInAreAddedUpToo() {
    SplittableRandom random = new SplittableRandom(1);
    load("c", "1h", START, 48, random, 0, 40);
    assertSums("straight in");
    load("c", "1h", START.plus(Duration.ofHours(20)), 48, random, 1, 40);
    assertSums("compared");
  }

  @Test
  void loadsThatAreKeptTogetherAreAddedUpTogether() throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (int round = 0; round < 5; round++) {
        List<Future<?>> open = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
          int number = i;
          int seed = round * 100 + i;
          open.add(
              threads.submit(
                  () -> load("c" + number, "1h", START, 5, new SplittableRandom(seed), seed)));
        }
        for (Future<?> each : open) {
          each.get();
        }
        assertSums("round " + round);
      }
    }
  }

  @Test
  void whatGoesWithItsConnectionIsInNoSum() {
    SplittableRandom random = new SplittableRandom(2);
    load("one", "1h", START, 5, random, 0);
    load("two", "1h", START, 5, random, 1);
    store.remove("one");
    assertSums("removed");
    assertThat(number("SELECT count(DISTINCT connection) FROM rollup.usage_hours")).isEqualTo(1);
  }

  @Test
  void countsAtTheEndOf64BitsAreAddedUpExactly() {
    long most = Long.MAX_VALUE;
    commit("c", "1h", START, 1, List.of(row(START, "1h", "a", most), row(START, "1h", "b", most)));
    assertSums("at the end");
    assertThat(
            number(
                "SELECT sum(output_tokens) = 2 * 9223372036854775807::HUGEINT FROM rollup.usage_days"))
        .isEqualTo(1);
  }

  @Test
  void aStoreFromBeforeThereWereSumsGetsThem() throws SQLException {
    SplittableRandom random = new SplittableRandom(3);
    load("c", "1h", START, 30, random, 0);
    load("c", "1d", START, 48, random, 1);
    store.close();
    try (var session = DriverManager.getConnection("jdbc:duckdb:" + file());
        Statement statement = session.createStatement()) {
      statement.execute("DROP SCHEMA rollup CASCADE");
      statement.execute("DROP TABLE app.usage_hours");
      statement.execute("DROP TABLE app.usage_days");
      statement.execute("DELETE FROM app.meta WHERE step > 3");
    }
    open();
    assertSums("brought up");
    assertThat(number("SELECT count(*) FROM rollup.usage_days")).isPositive();
  }

  private void assertSums(String when) {
    same(when, "bucket_start", "1h", "rollup.usage_hours");
    same(when, "date_trunc('day', bucket_start)", "1h", "rollup.usage_days");
    same(when, "date_trunc('day', bucket_start)", "1d", "rollup.usage_days");
  }

  private void same(String when, String time, String width, String sums) {
    String query =
        "SELECT %s, %s, %s, %s FROM %s WHERE bucket_width = '%s' GROUP BY ALL ORDER BY ALL";
    assertThat(rows(query.formatted(time, KEYS, SUMS, "sum(row_count)", sums, width)))
        .as("%s: %s of %s", when, sums, width)
        .isEqualTo(rows(query.formatted(time, KEYS, SUMS, "count(*)", "usage_report", width)));
  }

  private List<String> rows(String sql) {
    return Answer.of(store, sql).rows().stream().map(String::valueOf).toList();
  }

  private long number(String sql) {
    Object first = Answer.of(store, sql).rows().getFirst().getFirst();
    return first instanceof Boolean is
        ? (is ? 1 : 0)
        : ((Number) java.util.Objects.requireNonNull(first)).longValue();
  }

  private static Instant day(String width, Instant from) {
    return width.equals("1d") ? from.truncatedTo(java.time.temporal.ChronoUnit.DAYS) : from;
  }

  private void load(
      String connection, String width, Instant from, int hours, SplittableRandom random, int load) {
    load(connection, width, from, hours, random, load, 4);
  }

  /** Few values, so that rows meet again, with nulls among them. */
  private void load(
      String connection,
      String width,
      Instant from,
      int hours,
      SplittableRandom random,
      int load,
      int keys) {
    Duration length = width.equals("1d") ? Duration.ofDays(1) : Duration.ofHours(1);
    int buckets = (int) Math.max(1, Duration.ofHours(hours).dividedBy(length));
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (int bucket = 0; bucket < buckets; bucket++) {
      for (int key = 0; key < keys; key++) {
        if (random.nextInt(3) > 0) {
          rows.add(
              row(from.plus(length.multipliedBy(bucket)), width, "key" + key, random.nextInt(4)));
        }
      }
    }
    commit(connection, width, from, buckets, rows, load);
  }

  private static @Nullable Object[] row(Instant at, String width, String key, long tokens) {
    Duration length = width.equals("1d") ? Duration.ofDays(1) : Duration.ofHours(1);
    return new @Nullable Object[] {
      at,
      at.plus(length),
      width,
      CUT,
      tokens % 2 == 0 ? "claude-opus-5" : null,
      tokens == 3 ? null : "wrkspc_" + key.length() % 2,
      key,
      null,
      null,
      "standard",
      null,
      null,
      null,
      tokens,
      tokens == 1 ? null : tokens,
      null,
      0L,
      tokens,
      null
    };
  }

  private static final String CUT = "api_key_id,context_window,model,service_tier,workspace_id";

  private void commit(
      String connection, String width, Instant from, int buckets, List<@Nullable Object[]> rows) {
    commit(connection, width, from, buckets, rows, 0);
  }

  private void commit(
      String connection,
      String width,
      Instant from,
      int buckets,
      List<@Nullable Object[]> rows,
      int load) {
    Duration length = width.equals("1d") ? Duration.ofDays(1) : Duration.ofHours(1);
    Span span = new Span(from, from.plus(length.multipliedBy(buckets)));
    Instant now = START.plus(Duration.ofDays(60)).plus(Duration.ofHours(7L * load));
    Delivery delivery =
        new Delivery(
            connection,
            new Series("usage_report", width, CUT, "", ""),
            USAGE.tables(),
            Scope.of(
                new Scope.Equal("bucket_width", width),
                new Scope.Equal("grouped_by", CUT),
                new Scope.During("bucket_start", span)),
            span.start(),
            now);
    Checkpoint after =
        new Checkpoint(
            Coverage.NONE.with(new Covered(span, now, START, START)),
            Optional.empty(),
            Optional.of(now));
    try (Load open = store.begin(delivery)) {
      open.add(0, new Rows(USAGE.table(), rows));
      open.commit(after);
    }
  }
}
