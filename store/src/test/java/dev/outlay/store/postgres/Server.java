package dev.outlay.store.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** A real PostgreSQL on a free port of this machine, started once and ended with the tests. */
public final class Server {
  private static final AtomicInteger SCHEMAS = new AtomicInteger();
  private static @Nullable Server running;

  private final EmbeddedPostgres postgres;

  private Server(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /** Where it cannot be started, the test is not run, and says so. */
  public static synchronized Server running() {
    Server server = running;
    if (server == null) {
      server = new Server(started());
      running = server;
    }
    return server;
  }

  private static EmbeddedPostgres started() {
    try {
      return EmbeddedPostgres.builder().setCleanDataDirectory(true).start();
    } catch (IOException | IllegalStateException e) {
      return Assumptions.abort("NOT RUN: PostgreSQL cannot be started here: " + e);
    }
  }

  /** To write, as its owner. */
  public Connection connection() throws SQLException {
    return postgres.getPostgresDatabase().getConnection();
  }

  /** A schema of that many tests, made anew. */
  public String schema() throws SQLException {
    String name = "Outlay \"" + SCHEMAS.incrementAndGet() + "\"";
    run("CREATE SCHEMA " + quoted(name));
    return name;
  }

  public void run(String sql) throws SQLException {
    try (Connection connection = connection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  public static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** What the schema is asked through. */
  public PostgresAnswers answers(String schema) {
    return new PostgresAnswers(address("postgres", schema));
  }

  public PostgresAddress address(String database, String schema) {
    return PostgresAddress.of(
        "postgresql://postgres@localhost:%d/%s?schema=%s"
            .formatted(
                postgres.getPort(), database, schema.replace("\"", "%22").replace(" ", "%20")),
        Optional.empty());
  }
}
