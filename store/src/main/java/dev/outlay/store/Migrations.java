package dev.outlay.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;

/** Brings the store's own tables to this version, one numbered file a step. */
record Migrations(Session session, Trouble trouble) {
  /** The number of the newest file. */
  static final int NEWEST = 4;

  /** The step with which usage is added up. */
  private static final int ROLLUP = 4;

  void run() throws SQLException {
    long version = version();
    if (version > NEWEST) {
      throw trouble.because(
          "opening it",
          "it was written by a newer version (its tables are of step "
              + version
              + ", this one knows "
              + NEWEST
              + ")",
          "Use the newer version, or name another file with --store.");
    }
    for (long step = version + 1; step <= NEWEST; step++) {
      apply(step);
    }
  }

  /** The statements of an SQL file of this package. */
  static String[] statements(String resource) {
    try (InputStream in = Migrations.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8)
          .split(";\\s*\n", -1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks for it: to look through the engine's catalogue first would take longer than all else. */
  private long version() throws SQLException {
    try {
      return session.number("SELECT max(step) FROM app.meta");
    } catch (SQLException e) {
      if (String.valueOf(e.getMessage()).contains("does not exist")) {
        return 0;
      }
      throw e;
    }
  }

  private void apply(long step) throws SQLException {
    session.atomically(() -> {
      for (String statement : statements("migrations/" + step + ".sql")) {
        if (!statement.isBlank()) {
          session.run(statement);
        }
      }
      if (step == ROLLUP && wasCollected()) {
        new Rollup(session).fill();
      }
      session.run("INSERT INTO app.meta VALUES (" + step + ")");
      return step;
    });
  }

  private boolean wasCollected() throws SQLException {
    return session.number(
            "SELECT count(*) FROM duckdb_tables() WHERE database_name = 'outlay' AND schema_name ="
                + " 'data' AND table_name = 'usage_report'")
        > 0;
  }
}
