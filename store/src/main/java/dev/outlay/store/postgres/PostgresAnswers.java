package dev.outlay.store.postgres;

import dev.outlay.store.Answers;
import dev.outlay.store.ResultSink;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Runs queries on a PostgreSQL database, in transactions that only read. Safe for use by many
 * threads: each snapshot has a connection of its own.
 */
public record PostgresAnswers(PostgresAddress address) implements Answers {
  @Override
  public void query(String sql, ResultSink sink) {
    try (Answers moment = snapshot()) {
      moment.query(sql, sink);
    }
  }

  @Override
  public Answers snapshot() {
    PostgresTrouble trouble = new PostgresTrouble(address);
    try {
      return new PostgresMoment(begun(), trouble);
    } catch (SQLException e) {
      throw trouble.of("connecting", e);
    }
  }

  private Connection begun() throws SQLException {
    Connection connection = DriverManager.getConnection(address.url(), address.properties());
    try {
      begin(connection);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * Names are looked for in the one schema. Whatever the server is set to, days are UTC and a
   * backslash in a text is a backslash. All of it is of the transaction, so that a pool between us
   * and the server hands nothing on.
   */
  private void begin(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
      statement.execute("SET LOCAL TimeZone TO 'UTC'");
      statement.execute("SET LOCAL standard_conforming_strings TO on");
      statement.execute("SET LOCAL search_path TO " + name(address.schema()));
    }
  }

  private static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() {
    // Each snapshot closes what it opened.
  }
}
