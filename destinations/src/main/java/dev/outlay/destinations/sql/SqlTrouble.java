package dev.outlay.destinations.sql;

import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure.KeepFailed;
import java.sql.SQLException;

/** Says what went wrong with one database. */
record SqlTrouble(String name, Dialect dialect) {
  /** Work with the database. */
  interface Work<T> {
    T run() throws SQLException;
  }

  <T> T ask(String tried, Work<T> work) {
    try {
      return work.run();
    } catch (SQLException e) {
      throw of(tried, e);
    }
  }

  KeepFailed of(String tried, SQLException e) {
    Words words = dialect.words(e);
    return new KeepFailed(attempt(tried), words.came(), words.advice(), e);
  }

  KeepFailed because(String tried, String came, String advice) {
    return new KeepFailed(attempt(tried), came, advice);
  }

  private Attempt attempt(String tried) {
    return Attempt.to(tried, name, "");
  }
}
