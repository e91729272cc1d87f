package dev.outlay.destinations.sql;

import static java.util.stream.Collectors.joining;

import dev.outlay.table.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows by prepared INSERTs, sent many at once: what every driver can. */
final class Batch implements Bulk {
  private static final int AT_ONCE = 500;

  private final Dialect dialect;
  private final List<Column> columns;
  private final PreparedStatement insert;
  private int waiting;

  Batch(Dialect dialect, Connection session, String table, List<Column> columns)
      throws SQLException {
    this.dialect = dialect;
    this.columns = columns;
    String names = columns.stream().map(each -> dialect.name(each.name())).collect(joining(", "));
    String marks = columns.stream().map(_ -> "?").collect(joining(", "));
    this.insert =
        session.prepareStatement(
            "INSERT INTO " + table + " (" + names + ") VALUES (" + marks + ")");
  }

  @Override
  public void row(@Nullable Object[] cells) throws SQLException {
    for (int i = 0; i < cells.length; i++) {
      Object cell = cells[i];
      insert.setObject(i + 1, cell == null ? null : dialect.parameter(cell, columns.get(i).type()));
    }
    insert.addBatch();
    if (++waiting == AT_ONCE) {
      send();
    }
  }

  private void send() throws SQLException {
    insert.executeBatch();
    waiting = 0;
  }

  @Override
  public void close() throws SQLException {
    try (insert) {
      if (waiting > 0) {
        send();
      }
    }
  }
}
