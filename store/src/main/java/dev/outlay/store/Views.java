package dev.outlay.store;

import static java.util.stream.Collectors.joining;

import dev.outlay.table.Column;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.util.List;

/** What people see of a table: what is known now, and every version. */
record Views(Table table) {
  List<String> statements() {
    return List.of(current(), history());
  }

  private String current() {
    return "CREATE OR REPLACE VIEW main."
        + Sql.name(table.name())
        + " AS SELECT "
        + visible()
        + (bucketed() ? ", " + settled() + " AS settled" : "")
        + from()
        + " WHERE _known_to IS NULL";
  }

  private String history() {
    return "CREATE OR REPLACE VIEW history."
        + Sql.name(table.name())
        + " AS SELECT "
        + visible()
        + ", "
        + rowId()
        + " AS row_id, _known_from AS known_from, _known_to AS known_to, _load_seq AS load_seq"
        + from();
  }

  private String from() {
    return " FROM data." + Sql.name(table.name());
  }

  private String visible() {
    return "app.connection_name(_connection) AS connection, " + Kept.list(table.columns(), "");
  }

  private boolean bucketed() {
    return has("bucket_start") && has("bucket_end");
  }

  private boolean has(String column) {
    return table.columns().stream().anyMatch(each -> each.name().equals(column));
  }

  /** A list in one row, computed once a query: a join would be paid by those who do not ask. */
  private String settled() {
    return "coalesce(len(list_filter((SELECT list({c: _connection, w: width, g: grouped_by, a: span_start, z: settled_to})"
        + " FROM app.coverage WHERE dataset = "
        + Sql.text(table.name())
        + "), lambda part: part.c = _connection"
        + (has("bucket_width") ? " AND part.w = bucket_width" : "")
        + (has("grouped_by") ? " AND part.g = grouped_by" : "")
        + " AND part.a <= bucket_start AND bucket_end <= part.z)) > 0, false)";
  }

  /** Computed when asked for: kept, it would take more room than the rest of the row. */
  private String rowId() {
    return new Kept(table, List.of())
        .key().stream()
            .map(Views::told)
            .collect(
                joining(" || ", "md5(app.connection_id(_connection) || ", " || '#' || _ordinal)"));
  }

  /** With its length before it, so that no two keys read the same; null is told from empty. */
  private static String told(Column column) {
    String name = Sql.name(column.name());
    String text =
        column.type() == Type.Plain.INSTANT
            ? "epoch_us(" + name + ")::VARCHAR"
            : name + "::VARCHAR";
    return "coalesce('|' || length(" + text + ") || ':' || " + text + ", '|-')";
  }
}
