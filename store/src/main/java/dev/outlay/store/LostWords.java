package dev.outlay.store;

import java.sql.SQLException;

/**
 * Finds again what the engine said. A driver that streams says of every statement that fails before
 * its first row only "Invalid result set": a wrong cast, a file too large for the memory, anything.
 */
record LostWords(Session session, String sql) {
  private static final String LOST = "Invalid result set";

  SQLException of(SQLException e) {
    return String.valueOf(e.getMessage()).contains(LOST) ? found(e) : e;
  }

  /** Whatever is analysed is run to its end without streaming, so the reason comes out again. */
  private SQLException found(SQLException lost) {
    session.abandon();
    try {
      session.run("BEGIN TRANSACTION READ ONLY");
      session.run("EXPLAIN ANALYZE " + sql);
      return lost;
    } catch (SQLException e) {
      return e;
    }
  }
}
