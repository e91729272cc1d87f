package dev.outlay.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** One connection to the open file. One thread at a time. */
final class Session implements AutoCloseable {
  /** One row of an answer, cells from 0. */
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** What runs between BEGIN and COMMIT. */
  interface Work<T> {
    T run() throws SQLException;
  }

  private final DuckDBConnection connection;
  private volatile @Nullable Statement running;

  Session(DuckDBConnection connection) {
    this.connection = connection;
  }

  /** The statement that another thread may stop; made ready, not yet run. */
  PreparedStatement prepare(String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    running = statement;
    return statement;
  }

  DuckDBConnection connection() {
    return connection;
  }

  /** Runs one statement. JDBC 2.0 closes a statement that failed, so none is ever used twice. */
  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      running = statement;
      statement.execute(sql);
    }
  }

  void run(String sql, @Nullable Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepared(sql, parameters)) {
      statement.execute();
    }
  }

  <T> List<T> rows(String sql, Reader<T> reader, @Nullable Object... parameters)
      throws SQLException {
    List<T> rows = new ArrayList<>();
    try (PreparedStatement statement = prepared(sql, parameters);
        ResultSet result = statement.executeQuery()) {
      while (result.next()) {
        rows.add(reader.read(result));
      }
    }
    return rows;
  }

  <T> Optional<T> first(String sql, Reader<T> reader, @Nullable Object... parameters)
      throws SQLException {
    return rows(sql, reader, parameters).stream().findFirst();
  }

  long number(String sql, @Nullable Object... parameters) throws SQLException {
    return first(sql, row -> row.getLong(1), parameters).orElse(0L);
  }

  <T> T atomically(Work<T> work) throws SQLException {
    run("BEGIN");
    try {
      T result = work.run();
      run("COMMIT");
      return result;
    } catch (SQLException | RuntimeException e) {
      abandon();
      throw e;
    }
  }

  /** Stops what runs in this session; the one method that another thread may call. */
  void interrupt() {
    try {
      Statement statement = running;
      if (statement != null) {
        statement.cancel();
      }
    } catch (SQLException _) {
      // What ended by itself needs no stopping.
    }
  }

  /** Ends a transaction that came to nothing; harmless when there is none. */
  void abandon() {
    try {
      run("ROLLBACK");
    } catch (SQLException _) {
      // There was no transaction left to end.
    }
  }

  DuckDBAppender appender(String catalog, String schema, String table) throws SQLException {
    return connection.createAppender(catalog, schema, table);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private PreparedStatement prepared(String sql, @Nullable Object... parameters)
      throws SQLException {
    PreparedStatement statement = prepare(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }
}
