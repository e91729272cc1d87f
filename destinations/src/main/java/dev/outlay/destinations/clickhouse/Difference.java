package dev.outlay.destinations.clickhouse;

import dev.outlay.destination.Changes;
import dev.outlay.destinations.sql.SqlWhere;
import dev.outlay.table.Scope;
import dev.outlay.table.Table;

/**
 * Applies what is staged of one table. The keys of the rows that go are written down first; then
 * they go, then the new ones come. A reader may look between the two.
 */
record Difference(Server server, ClickHouseSql sql, Table table, Stage stage) {
  private static final String TRIED = "keeping rows";

  /** What came is all there is of the scope. */
  Changes fill(Scope scope) {
    String where = new SqlWhere(sql, table).of(scope, "");
    return table.key().isEmpty()
        ? replace(where)
        : apply(where + " AND " + key() + " NOT IN (" + keys(stage.table()) + ")");
  }

  /** What came is new or other; of what goes, what did not come as well. */
  Changes change(Stage removed) {
    return apply(
        "%1$s IN (%2$s) AND %1$s NOT IN (%3$s)"
            .formatted(key(), keys(removed.table()), keys(stage.table())));
  }

  private Changes replace(String where) {
    long gone = count(target() + " WHERE " + where);
    server.run(TRIED, "DELETE FROM " + target() + " WHERE " + where);
    insert("");
    return new Changes(stage.rows(), stage.rows(), 0, gone, false);
  }

  private Changes apply(String vanished) {
    String doomed = stage.table().replaceFirst(Stage.PREFIX, Stage.PREFIX + "gone_");
    server.run(
        TRIED,
        "CREATE TABLE %s (key String, vanished Bool) ENGINE = MergeTree ORDER BY key AS %s"
            .formatted(doomed, doomed(vanished)));
    try {
      long gone = count(doomed + " WHERE vanished");
      long changed = count(doomed + " WHERE NOT vanished");
      if (gone + changed > 0) {
        server.run(
            TRIED,
            "DELETE FROM %s WHERE %s IN (SELECT key FROM %s)".formatted(target(), key(), doomed));
      }
      return new Changes(stage.rows(), put() - changed, changed, gone, false);
    } finally {
      server.run(TRIED, "DROP TABLE " + doomed);
    }
  }

  private String doomed(String vanished) {
    return "SELECT %s AS key, true AS vanished FROM %s WHERE %s UNION ALL %s"
        .formatted(key(), target(), vanished, changed());
  }

  private String changed() {
    return ("SELECT came.outlay_key AS key, false AS vanished FROM (%s) AS came"
            + " INNER JOIN (%s) AS had ON came.outlay_key = had.outlay_key"
            + " WHERE came.outlay_version != had.outlay_version")
        .formatted(versions(stage.table()), versions(target()));
  }

  private String versions(String of) {
    return "SELECT %s AS outlay_key, %s AS outlay_version FROM %s"
        .formatted(key(), sql.version(table), of);
  }

  private long put() {
    String which = " WHERE " + key() + " NOT IN (" + keys(target()) + ")";
    long written = count(stage.table() + which);
    if (written > 0) {
      insert(which);
    }
    return written;
  }

  private void insert(String which) {
    String columns = sql.names(table.columns());
    server.run(
        TRIED,
        "INSERT INTO %s (%s) SELECT %s FROM %s%s"
            .formatted(target(), columns, columns, stage.table(), which));
  }

  private String keys(String of) {
    return "SELECT " + key() + " FROM " + of;
  }

  private long count(String of) {
    return server.number(TRIED, "SELECT count() FROM " + of);
  }

  private String key() {
    return sql.key(table);
  }

  private String target() {
    return sql.table(table.name());
  }
}
