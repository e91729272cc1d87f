package dev.outlay.destinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.destination.Mirror;
import dev.outlay.destinations.sql.SqlMirror;
import dev.outlay.failure.Failure.KeepFailed;
import dev.outlay.table.Scope;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import dev.outlay.testkit.MirrorContract;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Its statements on PostgreSQL, which understands all of them; Redshift itself is not here. */
class RedshiftTest extends MirrorContract {
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

  @Override
  protected Mirror mirror() throws SQLException {
    if (schema.isEmpty()) {
      schema = "s" + ++schemas;
      try (Connection session = session();
          Statement statement = session.createStatement()) {
        statement.execute("CREATE SCHEMA " + schema);
      }
    }
    return new SqlMirror("redshift://host/database", Redshift.dialect(this::uncommitted));
  }

  private Connection uncommitted() throws SQLException {
    Connection session = session();
    session.setAutoCommit(false);
    session.setSchema(schema);
    return session;
  }

  @Override
  protected String name() {
    return "redshift://host/database";
  }

  @Override
  protected List<List<@Nullable Object>> read(Table table) throws SQLException {
    try (Connection session = session()) {
      return JdbcRows.of(session, schema + ".\"" + table.name() + "\"", table);
    }
  }

  /** Redshift has no text of more than 65,535 bytes: it is refused whole and never cut. */
  @Override
  protected void everyKindOfCellComesBackAsItWas() throws Exception {
    Table all =
        table(
            "Select",
            Table.Twins.EQUAL_ONLY,
            key("order", Type.Plain.INTEGER),
            plain("Group By", Type.Plain.TEXT),
            plain("at", Type.Plain.INSTANT),
            plain("usd", Type.USD));
    prepare(all);
    List<@Nullable Object> longest =
        row(1L, "x".repeat(65_535), NOW.plusNanos(1000), new BigDecimal("0.00000000000000000001"));
    load(all, Scope.EVERYTHING, longest);
    assertThat(rows(destination(), all)).containsExactly(longest);
    assertThatThrownBy(() -> load(all, Scope.EVERYTHING, row(2L, "x".repeat(65_536), null, null)))
        .isInstanceOf(KeepFailed.class);
    assertThat(rows(destination(), all)).containsExactly(longest);
  }

  private static Connection session() throws SQLException {
    int port = Objects.requireNonNull(server).getPort();
    return DriverManager.getConnection(
        "jdbc:postgresql://localhost:" + port + "/postgres", "postgres", "");
  }
}
