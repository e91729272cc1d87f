package dev.outlay.destinations.sql;

import dev.outlay.table.Column;
import dev.outlay.table.Rows;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of one table that came so far, in a table of the session alone, with their page. */
final class Stage {
  private static final Column PAGE =
      new Column("outlay_page", Type.Plain.INTEGER, false, "The page it came with.");

  private final Dialect dialect;
  private final Connection session;
  private final List<Column> columns;
  private final String name;
  private long rows;

  /**
   * @param name unique in the session
   * @param kept the columns that are kept of each row
   */
  Stage(Dialect dialect, Connection session, String name, List<Column> kept) throws SQLException {
    this.dialect = dialect;
    this.session = session;
    this.name = name;
    this.columns = new ArrayList<>(kept);
    columns.add(PAGE);
    run(dialect.stage(name, columns));
  }

  String name() {
    return dialect.staged(name);
  }

  /** How many rows it was given. */
  long rows() {
    return rows;
  }

  void add(int page, Rows batch) throws SQLException {
    int[] places = places(batch.table());
    try (Bulk bulk = dialect.bulk(session, name, columns)) {
      for (@Nullable Object[] cells : batch.cells()) {
        bulk.row(staged(page, cells, places));
      }
    }
    rows += batch.size();
  }

  void discard(int page) throws SQLException {
    try (Statement delete = session.createStatement()) {
      rows -=
          delete.executeUpdate(
              "DELETE FROM " + name() + " WHERE " + dialect.name(PAGE.name()) + " >= " + page);
    }
  }

  void complete() throws SQLException {
    dialect.complete(session, name, columns.stream().filter(Column::key).toList());
  }

  private int[] places(Table table) {
    return columns.stream()
        .filter(column -> !column.equals(PAGE))
        .mapToInt(column -> table.indexOf(column.name()))
        .toArray();
  }

  private static @Nullable Object[] staged(int page, @Nullable Object[] cells, int[] places) {
    @Nullable Object[] row = new @Nullable Object[places.length + 1];
    for (int i = 0; i < places.length; i++) {
      row[i] = cells[places[i]];
    }
    row[places.length] = (long) page;
    return row;
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = session.createStatement()) {
      statement.execute(sql);
    }
  }
}
