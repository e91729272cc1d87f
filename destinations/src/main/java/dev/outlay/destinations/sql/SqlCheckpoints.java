package dev.outlay.destinations.sql;

import dev.outlay.destination.CheckpointJson;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Series;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The checkpoints, in the table {@code outlay_checkpoints} beside the rows. */
record SqlCheckpoints(Dialect dialect, Connection session) {
  static final String TABLE = "outlay_checkpoints";

  void make(Shelves shelves) throws SQLException {
    shelves.make(TABLE, "connection", "series", "body");
  }

  Checkpoint of(String connection, Series series) throws SQLException {
    try (PreparedStatement select =
        session.prepareStatement(
            "SELECT body FROM " + table() + " WHERE connection = ? AND series = ?")) {
      select.setString(1, connection);
      select.setString(2, SeriesName.of(series));
      ResultSet found = select.executeQuery();
      return found.next() ? CheckpointJson.of(found.getString(1)) : Checkpoint.START;
    }
  }

  /** All of them, by one statement. */
  CheckpointTexts all() throws SQLException {
    CheckpointTexts all = new CheckpointTexts();
    try (PreparedStatement select =
        session.prepareStatement("SELECT connection, series, body FROM " + table())) {
      ResultSet found = select.executeQuery();
      while (found.next()) {
        all.add(found.getString(1), found.getString(2), found.getString(3));
      }
    }
    return all;
  }

  void keep(String connection, Series series, Checkpoint checkpoint) throws SQLException {
    try (PreparedStatement delete =
            session.prepareStatement(
                "DELETE FROM " + table() + " WHERE connection = ? AND series = ?");
        PreparedStatement insert =
            session.prepareStatement("INSERT INTO " + table() + " VALUES (?, ?, ?)")) {
      delete.setString(1, connection);
      delete.setString(2, SeriesName.of(series));
      delete.executeUpdate();
      if (!checkpoint.equals(Checkpoint.START)) {
        insert.setString(1, connection);
        insert.setString(2, SeriesName.of(series));
        insert.setString(3, CheckpointJson.text(checkpoint));
        insert.executeUpdate();
      }
    }
  }

  /** What was known is not: a table was dropped, and everything has to come again. */
  void forget() throws SQLException {
    try (PreparedStatement delete = session.prepareStatement("DELETE FROM " + table())) {
      delete.executeUpdate();
    }
  }

  private String table() {
    return dialect.table(TABLE);
  }
}
