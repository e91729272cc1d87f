package dev.outlay.destinations.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** One connection to the engine. One thread at a time. */
record Session(DuckDBConnection connection) implements AutoCloseable {
  /** A statement that failed is closed by the driver, so none is used twice. */
  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** How many rows it was about. */
  long update(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeLargeUpdate(sql);
    }
  }

  long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      return found.next() ? found.getLong(1) : 0;
    }
  }

  /** The days in the first column; null is the day of rows without one. */
  List<Optional<LocalDate>> days(String sql) throws SQLException {
    List<Optional<LocalDate>> days = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      while (found.next()) {
        days.add(Optional.ofNullable(found.getObject(1, LocalDate.class)));
      }
    }
    return days;
  }

  /** Rows may come on several threads, one after the other: a store hands them out on its own. */
  DuckDBAppender appender(String table) throws SQLException {
    DuckDBAppender rows = connection.createAppender("stage", "main", table);
    rows.unsafeBreakThreadConfinement();
    return rows;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
