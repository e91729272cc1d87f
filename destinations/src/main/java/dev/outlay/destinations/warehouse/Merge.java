package dev.outlay.destinations.warehouse;

import static java.util.stream.Collectors.joining;

import dev.outlay.destinations.sql.SqlWhere;
import dev.outlay.table.Column;
import dev.outlay.table.Scope;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.util.List;
import java.util.Optional;

/**
 * What is staged against what is there: how many rows differ, and the one statement that makes them
 * the same. Rows that are the same are not written.
 *
 * @param stage as statements name it
 * @param filled the scope of which the stage has all rows; without it the stage has changes
 */
record Merge(Warehouse warehouse, Table table, String stage, Optional<Scope> filled) {
  private static final String HERE = "outlay_here";

  /** One row: how many come, change and go. */
  String counts() {
    return table.key().isEmpty()
        ? "SELECT (SELECT COUNT(*) FROM %s), 0, (SELECT COUNT(*) FROM %s AS had WHERE %s)"
            .formatted(stage, target(), scope())
        : "SELECT one.added, one.changed, %s FROM (%s) AS one%s"
            .formatted(filled.isPresent() ? "other.gone" : "one.gone", differing(), vanished());
  }

  /** Changes the table in one step. */
  String statement() {
    return "MERGE INTO %s AS had USING %s AS came ON %s%s"
        .formatted(
            target(),
            source(),
            sameRow(),
            List.of(removed(), updated(), inserted(), cleared()).stream().collect(joining()));
  }

  private String differing() {
    return ("SELECT COUNT(CASE WHEN had.%1$s IS NULL AND NOT %2$s THEN 1 END) AS added,"
            + " COUNT(CASE WHEN had.%1$s AND NOT %2$s AND (%3$s) THEN 1 END) AS changed,"
            + " COUNT(CASE WHEN had.%1$s AND %2$s THEN 1 END) AS gone"
            + " FROM %4$s AS came LEFT JOIN (SELECT *, TRUE AS %1$s FROM %5$s) AS had ON %6$s")
        .formatted(HERE, gone(), others(), source(), target(), sameRow());
  }

  private String vanished() {
    return filled.isEmpty()
        ? ""
        : (" CROSS JOIN (SELECT COUNT(*) AS gone FROM %1$s AS had"
                + " LEFT JOIN (SELECT *, TRUE AS %2$s FROM %3$s) AS came ON %4$s"
                + " WHERE %5$s AND came.%2$s IS NULL) AS other")
            .formatted(target(), HERE, stage, sameRow(), scope());
  }

  /** Of changes a row may come and go at once: then it stays. */
  private String source() {
    String key = table.key().stream().map(this::name).collect(joining(", "));
    return filled.isPresent()
        ? stage
        : ("(SELECT * FROM %s WHERE TRUE QUALIFY ROW_NUMBER() OVER (PARTITION BY %s ORDER BY %s)"
                + " = 1)")
            .formatted(stage, key, name(Stage.GONE));
  }

  /**
   * Joins want plain equations; in a longer key null is a value. Without a key none is the same.
   */
  private String sameRow() {
    List<Column> key = table.key();
    return switch (key.size()) {
      case 0 -> "FALSE";
      case 1 -> had(key.getFirst()) + " = " + came(key.getFirst());
      default -> key.stream().map(this::same).collect(joining(" AND "));
    };
  }

  private String same(Column column) {
    return ("COALESCE(CAST(%1$s AS STRING), '') = COALESCE(CAST(%2$s AS STRING), '')"
            + " AND (%1$s IS NULL) = (%2$s IS NULL)")
        .formatted(plain(column, had(column)), plain(column, came(column)));
  }

  /** A time as a number: as a text it may be that of a zone in which an hour comes twice. */
  private static String plain(Column column, String value) {
    return column.type() == Type.Plain.INSTANT ? "UNIX_MICROS(" + value + ")" : value;
  }

  private String others() {
    String others =
        table.columns().stream()
            .filter(column -> column.role() == Column.Role.VALUE)
            .map(column -> had(column) + " IS DISTINCT FROM " + came(column))
            .collect(joining(" OR "));
    return others.isEmpty() ? "FALSE" : others;
  }

  private String removed() {
    return filled.isPresent() ? "" : " WHEN MATCHED AND " + gone() + " THEN DELETE";
  }

  private String updated() {
    String cells =
        table.columns().stream()
            .filter(column -> !column.key())
            .map(column -> name(column) + " = " + came(column))
            .collect(joining(", "));
    return cells.isEmpty() || table.key().isEmpty()
        ? ""
        : " WHEN MATCHED AND (" + others() + ") THEN UPDATE SET " + cells;
  }

  private String inserted() {
    String names = table.columns().stream().map(this::name).collect(joining(", "));
    String cells = table.columns().stream().map(this::came).collect(joining(", "));
    return " WHEN NOT MATCHED AND NOT %s THEN INSERT (%s) VALUES (%s)"
        .formatted(gone(), names, cells);
  }

  private String cleared() {
    return filled.isEmpty() ? "" : " WHEN NOT MATCHED BY SOURCE AND " + scope() + " THEN DELETE";
  }

  private String scope() {
    return filled.map(scope -> new SqlWhere(warehouse, table).of(scope, "had.")).orElse("FALSE");
  }

  private String gone() {
    return came(Stage.GONE);
  }

  private String had(Column column) {
    return "had." + name(column);
  }

  private String came(Column column) {
    return "came." + name(column);
  }

  private String name(Column column) {
    return warehouse.name(column.name());
  }

  private String target() {
    return warehouse.table(table.name());
  }
}
