package dev.outlay.destinations.clickhouse;

import dev.outlay.table.Column;
import dev.outlay.table.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables there; those that are ours stand in {@code outlay_tables}. */
record Shelves(Server server, ClickHouseSql sql, Kept kept) {
  private static final String TRIED = "making the tables ready";
  private static final String NAMES = "outlay_tables";

  void make() {
    server.run(
        TRIED,
        "CREATE TABLE IF NOT EXISTS %s (name String) ENGINE = ReplacingMergeTree ORDER BY name"
            .formatted(sql.table(NAMES)));
    kept.make();
    sweep();
  }

  /** Where a table of ours was dropped by somebody, everything has to come again. */
  void prepare(Table table) {
    Map<String, String> there = there(table.name());
    boolean ours = isOurs(table.name());
    if (there.isEmpty()) {
      if (ours) {
        kept.forget();
      }
      create(table);
    } else {
      table.columns().forEach(column -> widen(table, column, there, ours));
    }
    if (!ours) {
      remember(table.name());
    }
  }

  private void create(Table table) {
    String order = table.key().size() == 1 ? sql.names(table.key()) : "tuple()";
    server.run(
        TRIED,
        "CREATE TABLE %s (%s) ENGINE = MergeTree ORDER BY %s"
            .formatted(sql.table(table.name()), sql.declared(table.columns()), order));
  }

  private void widen(Table table, Column column, Map<String, String> there, boolean ours) {
    String type = sql.type(column, table.key().size() == 1);
    String before = there.get(column.name());
    if (before == null && !ours) {
      throw server.because(
          TRIED,
          "there is a table " + table.name() + " of somebody else, without " + column.name(),
          "Name another database, or rename that table.");
    }
    if (before == null) {
      server.run(
          TRIED,
          "ALTER TABLE %s ADD COLUMN %s %s"
              .formatted(sql.table(table.name()), sql.name(column.name()), type));
    } else if (!before.equals(type)) {
      throw server.because(
          TRIED,
          "column %s of %s is %s and would have to be %s"
              .formatted(column.name(), table.name(), before, type),
          "Drop that table, and it is filled anew.");
    }
  }

  private Map<String, String> there(String table) {
    return server
        .rows(
            TRIED,
            "SELECT name, type FROM system.columns WHERE database = %s AND table = %s FORMAT TSVRaw"
                .formatted(sql.text(sql.database()), sql.text(table)))
        .stream()
        .collect(Collectors.toMap(row -> row.get(0), row -> row.get(1)));
  }

  private boolean isOurs(String table) {
    return server.number(
            TRIED, "SELECT count() FROM " + sql.table(NAMES) + " WHERE name = " + sql.text(table))
        > 0;
  }

  private void remember(String table) {
    server.run(TRIED, "INSERT INTO " + sql.table(NAMES) + " VALUES (" + sql.text(table) + ")");
  }

  /** What a load that was killed left behind, a day later. */
  private void sweep() {
    List<List<String>> left =
        server.rows(
            TRIED,
            ("SELECT name FROM system.tables WHERE database = %s AND startsWith(name, %s)"
                    + " AND metadata_modification_time < now() - INTERVAL 1 DAY")
                .formatted(sql.text(sql.database()), sql.text(Stage.PREFIX)));
    left.forEach(row -> server.run(TRIED, "DROP TABLE IF EXISTS " + sql.table(row.getFirst())));
  }
}
