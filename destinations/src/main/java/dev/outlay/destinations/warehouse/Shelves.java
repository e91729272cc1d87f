package dev.outlay.destinations.warehouse;

import static java.util.stream.Collectors.joining;

import dev.outlay.table.Column;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tables there, and what we remember of them in {@code outlay_columns}. A table that is not
 * ours is taken over when it has every column, and refused otherwise.
 */
record Shelves(Warehouse warehouse) {
  private static final String TRIED = "making the tables ready";
  private static final String COLUMNS = "outlay_columns";

  /** What is remembered is written last: what was made and not written down is taken over. */
  void prepare(List<Table> tables) {
    make(Kept.TABLE, "connection", "series", "body");
    make(COLUMNS, "table_name", "column_name", "column_type");
    Map<String, Map<String, String>> known = known();
    List<String> fresh = new ArrayList<>();
    for (Table table : tables) {
      fresh.addAll(prepared(table, known.getOrDefault(table.name(), Map.of())));
    }
    remember(fresh);
  }

  /** The columns that were not known, as rows. */
  private List<String> prepared(Table table, Map<String, String> known) {
    Set<String> there = warehouse.columns(table.name());
    if (!there.isEmpty()) {
      return table.columns().stream()
          .flatMap(column -> widened(table, column, known, there))
          .toList();
    }
    if (!known.isEmpty()) {
      forget(table);
    }
    warehouse.create(table.name(), table.columns(), false);
    return table.columns().stream().map(column -> remembered(table, column)).toList();
  }

  private Stream<String> widened(
      Table table, Column column, Map<String, String> known, Set<String> there) {
    String before = known.get(column.name());
    if (before != null && !before.equals(warehouse.type(column.type()))) {
      throw otherType(table, column, before);
    }
    if (before == null && !there.contains(column.name().toLowerCase(Locale.ROOT))) {
      if (known.isEmpty()) {
        throw somebodyElses(table, column);
      }
      warehouse.add(table.name(), column);
    }
    return before == null ? Stream.of(remembered(table, column)) : Stream.of();
  }

  private RuntimeException somebodyElses(Table table, Column column) {
    return warehouse.because(
        TRIED,
        "there is a table " + table.name() + " of somebody else, without " + column.name(),
        "Name another place, or rename that table.");
  }

  private RuntimeException otherType(Table table, Column column, String before) {
    return warehouse.because(
        TRIED,
        "column %s of %s is %s and would have to be %s"
            .formatted(column.name(), table.name(), before, warehouse.type(column.type())),
        "Drop that table, and it is filled anew.");
  }

  private void make(String name, String... columns) {
    if (warehouse.columns(name).isEmpty()) {
      List<Column> texts =
          Stream.of(columns)
              .map(each -> new Column(each, Type.Plain.TEXT, false, "Of Outlay."))
              .toList();
      warehouse.create(name, texts, false);
    }
  }

  private Map<String, Map<String, String>> known() {
    Map<String, Map<String, String>> known = new HashMap<>();
    for (List<@Nullable String> row :
        warehouse.ask(
            TRIED, "SELECT `table_name`, `column_name`, `column_type` FROM " + columns())) {
      known.computeIfAbsent(cell(row, 0), _ -> new HashMap<>()).put(cell(row, 1), cell(row, 2));
    }
    return known;
  }

  /** Known before the table is there again, so that it stands although this may end halfway. */
  private void forget(Table table) {
    warehouse.apply(
        TRIED,
        List.of(
            new Kept(warehouse).forget(),
            "DELETE FROM %s WHERE `table_name` = %s"
                .formatted(columns(), warehouse.text(table.name()))));
  }

  private void remember(List<String> rows) {
    if (!rows.isEmpty()) {
      warehouse.apply(
          TRIED,
          List.of(
              "INSERT INTO %s (`table_name`, `column_name`, `column_type`) VALUES %s"
                  .formatted(columns(), String.join(", ", rows))));
    }
  }

  private String remembered(Table table, Column column) {
    return Stream.of(table.name(), column.name(), warehouse.type(column.type()))
        .map(warehouse::text)
        .collect(joining(", ", "(", ")"));
  }

  private String columns() {
    return warehouse.table(COLUMNS);
  }

  private static String cell(List<@Nullable String> row, int at) {
    return Objects.requireNonNull(row.get(at));
  }
}
