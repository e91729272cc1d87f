package dev.outlay.destinations.clickhouse;

import dev.outlay.destinations.sql.CopyText;
import dev.outlay.destinations.sql.Times;
import dev.outlay.table.Column;
import dev.outlay.table.Rows;
import dev.outlay.table.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that came so far, with their page, in a table that is dropped at the end. */
final class Stage implements AutoCloseable {
  /** How the tables are called that should not be there for long. */
  static final String PREFIX = "outlay_stage_";

  private static final String TRIED = "taking rows";

  private final Server server;
  private final String table;
  private final List<Column> columns;
  private final CopyText text = new CopyText();
  private long rows;

  Stage(Server server, ClickHouseSql sql, String name, List<Column> columns) {
    this.server = server;
    this.table = sql.table(PREFIX + name);
    this.columns = List.copyOf(columns);
    server.run(
        TRIED,
        "CREATE TABLE %s (%s, outlay_page Int64) ENGINE = MergeTree ORDER BY tuple()"
            .formatted(table, sql.declared(columns)));
  }

  String table() {
    return table;
  }

  /** How many rows it was given. */
  long rows() {
    return rows;
  }

  void add(int page, Rows batch) {
    Table from = batch.table();
    int[] places = columns.stream().mapToInt(column -> from.indexOf(column.name())).toArray();
    for (@Nullable Object[] cells : batch.cells()) {
      text.row(row(page, cells, places));
    }
    if (text.size() > 0) {
      server.insert(TRIED, table, text.take());
    }
    rows += batch.size();
  }

  void discard(int page) {
    String which = " WHERE outlay_page >= " + page;
    rows -= server.number(TRIED, "SELECT count() FROM " + table + which);
    server.run(TRIED, "DELETE FROM " + table + which);
  }

  @Override
  public void close() {
    server.run(TRIED, "DROP TABLE IF EXISTS " + table);
  }

  private static @Nullable Object[] row(int page, @Nullable Object[] cells, int[] places) {
    @Nullable Object[] row = new @Nullable Object[places.length + 1];
    for (int i = 0; i < places.length; i++) {
      row[i] = cells[places[i]] instanceof Instant at ? Times.utc(at) : cells[places[i]];
    }
    row[places.length] = (long) page;
    return row;
  }
}
