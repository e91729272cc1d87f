package dev.outlay.destinations.warehouse;

import dev.outlay.table.Column;
import dev.outlay.table.Rows;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of one table that came so far: here until the end, then in a table for this load alone. */
final class Stage implements AutoCloseable {
  /** Says of a row that it goes; the rest of it but its key is empty. */
  static final Column GONE =
      new Column("outlay_gone", Type.Plain.BOOLEAN, false, "Whether the row goes.");

  /** No page of a load: what goes is not discarded with rows that come again. */
  private static final int NO_PAGE = -1;

  private final Warehouse warehouse;
  private final String name;
  private final List<Column> columns;
  private final List<Column> key;
  private final Lines lines = new Lines();
  private boolean made;

  Stage(Warehouse warehouse, String name, Table table) {
    this.warehouse = warehouse;
    this.name = name;
    this.columns = Stream.concat(table.columns().stream(), Stream.of(GONE)).toList();
    this.key = table.key();
  }

  String table() {
    return warehouse.table(name);
  }

  /** How many rows came, without those that go. */
  synchronized long came() {
    return lines.rows(0);
  }

  synchronized boolean isEmpty() {
    return lines.rows(NO_PAGE) == 0;
  }

  synchronized void add(int page, Rows batch) {
    write(page, batch, columns, false);
  }

  synchronized void remove(Rows keys) {
    write(NO_PAGE, keys, key, true);
  }

  synchronized void discard(int page) {
    lines.discard(page);
  }

  /** Brings them into the warehouse. */
  synchronized void put() {
    warehouse.create(name, columns, true);
    made = true;
    if (!isEmpty()) {
      warehouse.load(name, columns, lines);
    }
  }

  @Override
  public synchronized void close() {
    lines.close();
    if (made) {
      warehouse.drop(name);
    }
  }

  private void write(int page, Rows batch, List<Column> filled, boolean gone) {
    int[] places =
        columns.stream()
            .mapToInt(column ->
                filled.contains(column) && !column.equals(GONE)
                    ? batch.table().indexOf(column.name())
                    : -1)
            .toArray();
    List<String> rows = new ArrayList<>(batch.size());
    for (@Nullable Object[] cells : batch.cells()) {
      rows.add(warehouse.row(columns, row(cells, places, gone)));
    }
    keep(page, rows);
  }

  private void keep(int page, List<String> rows) {
    try {
      if (!rows.isEmpty()) {
        lines.add(page, rows);
      }
    } catch (UncheckedIOException e) {
      throw warehouse.because(
          "taking rows",
          "the folder for temporary files cannot be written",
          "Make room there, or name another by -Djava.io.tmpdir.",
          e);
    }
  }

  private static @Nullable Object[] row(@Nullable Object[] cells, int[] places, boolean gone) {
    @Nullable Object[] row = new @Nullable Object[places.length];
    for (int i = 0; i < places.length; i++) {
      row[i] = places[i] < 0 ? null : cells[places[i]];
    }
    row[places.length - 1] = gone;
    return row;
  }
}
