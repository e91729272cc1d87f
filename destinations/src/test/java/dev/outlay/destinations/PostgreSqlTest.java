package dev.outlay.destinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.destination.Address;
import dev.outlay.destination.Mirror;
import dev.outlay.failure.Failure.KeepFailed;
import dev.outlay.table.Table;
import dev.outlay.testkit.MirrorContract;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real server, one for all tests; each test has a schema of its own. */
class PostgreSqlTest extends MirrorContract {
  private static @Nullable EmbeddedPostgres server;
  private static int schemas;
  private String schema = "";

  @BeforeAll
  static void start() {
    server = Started.orNotRun("PostgreSQL", () -> EmbeddedPostgres.builder().start());
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  private void makeSchema() throws SQLException {
    schema = "s" + ++schemas;
    run("CREATE SCHEMA " + schema);
  }

  @Override
  protected Mirror mirror() throws SQLException {
    if (schema.isEmpty()) {
      makeSchema();
    }
    return new PostgreSql().open(Address.of(uri("secret")), InstantSource.system());
  }

  @Override
  protected String name() {
    return "postgresql://localhost";
  }

  @Override
  protected List<List<@Nullable Object>> read(Table table) throws SQLException {
    try (Connection session = session()) {
      return JdbcRows.of(session, schema + ".\"" + table.name() + "\"", table);
    }
  }

  @Test
  void whatIsRefusedNeverNamesThePassword() {
    Mirror lost =
        new PostgreSql()
            .open(
                Address.of("postgresql://me:s3cr3t@127.0.0.1:1/none?connectTimeout=1"),
                InstantSource.system());
    assertThatThrownBy(() -> lost.prepare(List.of(ITEMS)))
        .isInstanceOf(KeepFailed.class)
        .hasMessageContaining("postgresql://127.0.0.1:1/none")
        .hasMessageContaining("cannot be reached")
        .hasMessageNotContaining("s3cr3t");
  }

  @Test
  void aTableOfSomebodyElseIsRefusedByName() throws SQLException {
    run("CREATE TABLE " + schema + ".items (own text)");
    try (Mirror mirror = mirror()) {
      assertThatThrownBy(() -> mirror.prepare(List.of(ITEMS)))
          .isInstanceOf(KeepFailed.class)
          .hasMessageContaining("items")
          .hasMessageContaining("somebody else");
    }
  }

  @Test
  void aTableThatWasDroppedMakesEverythingComeAgain() throws Exception {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "a", 1));
    run("DROP TABLE " + schema + ".items");
    prepare(ITEMS);
    assertThat(raw().connections()).isEmpty();
    assertThat(rows(destination(), ITEMS)).isEmpty();
  }

  private String uri(String password) {
    return "postgresql://postgres:%s@localhost:%d/postgres?schema=%s"
        .formatted(password, port(), schema);
  }

  private static int port() {
    return Objects.requireNonNull(server).getPort();
  }

  private static Connection session() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://localhost:" + port() + "/postgres", "postgres", "");
  }

  private static void run(String sql) throws SQLException {
    try (Connection session = session();
        Statement statement = session.createStatement()) {
      statement.execute(sql);
    }
  }
}
