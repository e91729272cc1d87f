package dev.outlay.testkit.ask;

import dev.outlay.dataset.catalogue.Datasets;
import dev.outlay.destination.Delivery;
import dev.outlay.destination.Destination;
import dev.outlay.destination.Load;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Coverage;
import dev.outlay.table.Covered;
import dev.outlay.table.Rows;
import dev.outlay.table.Scope;
import dev.outlay.table.Series;
import dev.outlay.table.Span;
import dev.outlay.table.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings rows of UTC days to a destination as if they had been collected.
 *
 * @param dataset whose main table and side tables they are of
 * @param time the column that says when
 */
record Entries(String dataset, String time) {
  static final List<String> CONNECTIONS = List.of("acme", "other, \"inc\"");

  Table table(String name) {
    return tables().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  private List<Table> tables() {
    return Datasets.named(dataset).orElseThrow().tables();
  }

  void load(Destination destination, List<Entry> rows, Instant now) {
    destination.prepare(Datasets.ALL.stream().flatMap(each -> each.tables().stream()).toList());
    CONNECTIONS.forEach(connection -> load(destination, rows, connection, now));
  }

  private void load(Destination destination, List<Entry> rows, String connection, Instant now) {
    Span span = new Span(Usage.FROM, Usage.TO);
    Delivery delivery =
        new Delivery(
            connection,
            new Series(dataset, "1d", "", "", ""),
            tables(),
            Scope.of(new Scope.During(time, span)),
            Usage.FROM,
            now);
    try (Load load = destination.begin(delivery)) {
      tables().forEach(table -> load.add(0, new Rows(table, cells(rows, connection, table))));
      load.commit(
          new Checkpoint(
              Coverage.NONE.with(new Covered(span, now, Usage.TO, Usage.FROM)),
              Optional.empty(),
              Optional.of(now)));
    }
  }

  private static List<@Nullable Object[]> cells(List<Entry> rows, String connection, Table table) {
    return new ArrayList<>(
        rows.stream()
            .filter(row -> row.connection().equals(connection) && row.table().equals(table))
            .map(Entries::cells)
            .toList());
  }

  private static @Nullable Object[] cells(Entry row) {
    @Nullable Object[] cells = new @Nullable Object[row.table().columns().size()];
    row.cells().forEach((column, cell) -> cells[row.table().indexOf(column)] = cell);
    return cells;
  }
}
