package dev.outlay.store;

import static dev.outlay.store.Fixture.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserSqlTest {
  @TempDir private static Path folder;
  private Fixture store;

  @BeforeAll
  void open() {
    store = Fixture.in(folder);
    store.load("2026-03-10T08:00:00Z", count(1, "a", 1), count(2, "b", 2));
  }

  @AfterAll
  void close() {
    store.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT count(*) FROM counts",
        "select 1;",
        "WITH x AS (SELECT 1) FROM x",
        "FROM counts",
        "VALUES (1)",
        "DESCRIBE counts",
        "SHOW TABLES",
        "SUMMARIZE counts",
        "SELECT histogram(connection) FROM counts",
        "EXPLAIN SELECT 1",
        "-- a note\nSELECT 1 -- another"
      })
  void whatReadsIsAnswered(String sql) {
    assertThat(Answer.of(store.store(), sql).rows()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COMMIT",
        "SELECT 1; SELECT 2",
        "SELECT 1; COMMIT; DROP TABLE data.counts",
        "INSERT INTO data.counts VALUES (1)",
        "DELETE FROM data.counts",
        "DROP VIEW counts",
        "CREATE TABLE x (a INTEGER)",
        "CREATE TEMP TABLE x (a INTEGER)",
        "ATTACH ':memory:' AS other",
        "DETACH outlay",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET threads = 8",
        "RESET threads",
        "PRAGMA database_size",
        "CALL checkpoint()",
        "CHECKPOINT",
        "USE memory",
        "COPY counts TO 'out.csv'",
        "EXPLAIN ANALYZE COPY counts TO 'out.csv'",
        "EXPORT DATABASE 'out'",
        "WITH x AS (DELETE FROM data.counts RETURNING *) SELECT * FROM x",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM '/etc/passwd'",
        "SELECT * FROM glob('/*')",
        "SELECT * FROM query('COPY counts TO ''out.csv''')",
        "SELECT * FROM checkpoint()",
        "SELECT * FROM app.connections",
        "SELECT * FROM \"APP\".checkpoints",
        "SELECT * FROM outlay.app.meta",
        "SELECT * FROM query_table('app.connections')",
        "FROM histogram('app.connections', name)",
        "FROM HISTOGRAM_VALUES('ap' || 'p.connections', name)",
        "SELECT (SELECT stats FROM system.main.pragma_storage_info('app.connections') LIMIT 1)",
        "FROM duckdb_table_sample('app.connections')",
        "SELECT json_serialize_plan('FROM app.connections', optimize := true)",
        "",
        ";",
        "not sql at all"
      })
  void whatDoesMoreIsRefused(String sql) {
    assertThatThrownBy(() -> Answer.of(store.store(), sql))
        .isInstanceOf(QueryRefused.class)
        .message()
        .doesNotContain(folder.toString());
    assertThat(Answer.of(store.store(), "SELECT count(*) FROM counts").cell()).isEqualTo(2L);
  }

  @Test
  void aWrongNameIsPointedAt() {
    assertThatThrownBy(() -> Answer.of(store.store(), "SELECT nosuch FROM counts"))
        .isInstanceOf(QueryRefused.class)
        .hasMessageStartingWith("Referenced column \"nosuch\" not found")
        .hasMessageContaining("^");
    assertThatThrownBy(() -> Answer.of(store.store(), "SELECT *\nFROM WHERE a"))
        .isInstanceOf(QueryRefused.class)
        .hasMessage("syntax error at or near \"WHERE\"\n  FROM WHERE a\n       ^");
  }

  /** The driver drops the reason when it streams; without it nobody can mend the statement. */
  @Test
  void whatFailsWhileItRunsSaysWhy() {
    assertThatThrownBy(() -> Answer.of(store.store(), "SELECT connection::INTEGER FROM counts"))
        .isInstanceOf(QueryRefused.class)
        .hasMessageStartingWith("Could not convert string");
    assertThatThrownBy(() -> Answer.of(store.store(), "SELECT error('why') -- a note"))
        .isInstanceOf(QueryRefused.class)
        .hasMessage("why");
  }

  @Test
  void aLongQueryIsStopped() {
    QueryLimits short_ = new QueryLimits(Duration.ofMillis(300));
    assertThatThrownBy(() ->
            Answer.of(
                store.store(),
                "SELECT sum(a.range * b.range) FROM range(100000) a, range(1000000) b",
                short_))
        .isInstanceOf(QueryRefused.class)
        .hasMessageContaining("longer than it may");
  }

  @Test
  void aLongAnswerGoesByWithoutBeingHeld() {
    AtomicLong rows = new AtomicLong();
    store
        .store()
        .query(
            "SELECT range, 'some text that is not short ' || range FROM range(3000000)",
            QueryLimits.DEFAULT,
            new ResultSink() {
              @Override
              public void columns(List<ResultColumn> columns) {
                assertThat(columns).hasSize(2);
              }

              @Override
              public void row(@Nullable Object[] cells) {
                rows.incrementAndGet();
              }
            });
    assertThat(rows).hasValue(3_000_000);
  }

  @Test
  void whatTheSinkThrowsComesBackUnchanged() {
    ResultSink broken =
        new ResultSink() {
          @Override
          public void columns(List<ResultColumn> columns) {}

          @Override
          public void row(@Nullable Object[] cells) {
            throw new IllegalStateException("the pipe is closed");
          }
        };
    assertThatThrownBy(() -> store.store().query("SELECT 1", QueryLimits.DEFAULT, broken))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage("the pipe is closed");
  }

  @Test
  void anAnswerBecomesAParquetFile() throws IOException {
    Path file = folder.resolve("out.parquet");
    store.store().exportParquet("SELECT * FROM counts;", QueryLimits.DEFAULT, file);
    assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
        .startsWith("PAR1");
    assertThatThrownBy(
            () -> store.store().exportParquet("SELECT 1) TO 'x'; --", QueryLimits.DEFAULT, file))
        .isInstanceOf(QueryRefused.class);
  }
}
