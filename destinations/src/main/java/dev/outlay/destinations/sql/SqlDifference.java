package dev.outlay.destinations.sql;

import static java.util.stream.Collectors.joining;

import dev.outlay.destination.Changes;
import dev.outlay.table.Column;
import dev.outlay.table.Scope;
import dev.outlay.table.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Applies what is staged of one table; unchanged rows are not touched. */
record SqlDifference(Dialect dialect, Connection session, Table table, Stage stage) {
  /** Whether the table has no rows: then there is nothing to compare with. */
  boolean isEmpty() throws SQLException {
    try (Statement statement = session.createStatement();
        ResultSet any = statement.executeQuery("SELECT 1 FROM " + target() + " LIMIT 1")) {
      return !any.next();
    }
  }

  /** What came is all there is of the scope. */
  Changes fill(Scope scope) throws SQLException {
    if (isEmpty()) {
      return new Changes(stage.rows(), insert(""), 0, 0, false);
    }
    String where = new SqlWhere(dialect, table).of(scope, target() + ".");
    if (table.key().isEmpty()) {
      long closed = run("DELETE FROM " + target() + " WHERE " + where);
      return new Changes(stage.rows(), insert(""), 0, closed, false);
    }
    long gone = run("DELETE FROM %s WHERE %s AND NOT %s".formatted(target(), where, staged(stage)));
    return put(gone);
  }

  /** What came is new or other; of what goes, what did not come as well. */
  Changes change(Stage removed) throws SQLException {
    long gone =
        run(
            "DELETE FROM %s WHERE %s AND NOT %s"
                .formatted(target(), staged(removed), staged(stage)));
    return put(gone);
  }

  private Changes put(long gone) throws SQLException {
    long changed = run(dialect.delete(target(), stage.name(), sameRow(stage.name()) + others()));
    long written =
        insert(
            " WHERE NOT EXISTS (SELECT 1 FROM %s WHERE %s)"
                .formatted(target(), sameRow(stage.name())));
    return new Changes(stage.rows(), written - changed, changed, gone, false);
  }

  private long insert(String which) throws SQLException {
    String columns = list("");
    return run(
        "INSERT INTO %s (%s) SELECT %s FROM %s%s"
            .formatted(target(), columns, list(stage.name() + "."), stage.name(), which));
  }

  private String staged(Stage rows) {
    return "EXISTS (SELECT 1 FROM %s WHERE %s)".formatted(rows.name(), sameRow(rows.name()));
  }

  private String sameRow(String other) {
    List<Column> key = table.key();
    return key.size() == 1
        ? cell(other, key.getFirst()) + " = " + cell(target(), key.getFirst())
        : key.stream()
            .map(column -> dialect.same(cell(other, column), cell(target(), column)))
            .collect(joining(" AND "));
  }

  private String others() {
    return table.columns().stream()
        .filter(column -> column.role() == Column.Role.VALUE)
        .map(column -> dialect.same(cell(stage.name(), column), cell(target(), column)))
        .collect(joining(" AND ", " AND NOT (", ")"));
  }

  private String list(String before) {
    return table.columns().stream()
        .map(column -> before + dialect.name(column.name()))
        .collect(joining(", "));
  }

  private String cell(String of, Column column) {
    return of + "." + dialect.name(column.name());
  }

  private String target() {
    return dialect.table(table.name());
  }

  private long run(String sql) throws SQLException {
    try (Statement statement = session.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }
}
