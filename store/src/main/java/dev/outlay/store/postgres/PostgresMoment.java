package dev.outlay.store.postgres;

import dev.outlay.store.Answers;
import dev.outlay.store.ResultSink;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * One moment of the database: a transaction that reads, and sees nothing that is written meanwhile.
 * For one thread at a time.
 */
record PostgresMoment(Connection connection, PostgresTrouble trouble) implements Answers {
  /**
   * The answer is fetched whole: it is small beside what it is made of, and only so the server may
   * make it with several processes at once.
   */
  @Override
  public void query(String sql, ResultSink sink) {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try (ResultSet result = statement.executeQuery(sql)) {
        new PostgresRows(result).to(sink);
      }
    } catch (SQLException e) {
      throw trouble.of("reading it", e);
    }
  }

  @Override
  public Answers snapshot() {
    throw new IllegalStateException("this is one moment already");
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException _) {
      // Nothing was written, so nothing is lost.
    }
  }
}
