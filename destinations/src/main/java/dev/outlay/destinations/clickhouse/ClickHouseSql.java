package dev.outlay.destinations.clickhouse;

import static java.util.stream.Collectors.joining;

import dev.outlay.destinations.sql.Spelling;
import dev.outlay.destinations.sql.Times;
import dev.outlay.table.Column;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** How this database spells things; every table is named with its database. */
record ClickHouseSql(String database) implements Spelling {
  @Override
  public String name(String name) {
    return '`' + name.replace("\\", "\\\\").replace("`", "\\`") + '`';
  }

  @Override
  public String text(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  @Override
  public String instant(Instant at) {
    return "toDateTime64('" + Times.utc(at) + "', 6, 'UTC')";
  }

  @Override
  public String date(LocalDate day) {
    return "toDate32('" + day + "')";
  }

  String table(String name) {
    return name(database) + "." + name(name);
  }

  /** The type of a column, as the server prints it. The one key of a table is never null. */
  String type(Column column, boolean one) {
    String type = type(column.type());
    return one && column.key() ? type : "Nullable(" + type + ")";
  }

  private static String type(Type type) {
    return switch (type) {
      case Type.Plain plain ->
          switch (plain) {
            case TEXT, JSON -> "String";
            case INTEGER -> "Int64";
            case BOOLEAN -> "Bool";
            case INSTANT -> "DateTime64(6, 'UTC')";
            case DATE -> "Date32";
          };
      case Type.Decimal(int precision, int scale) -> "Decimal(" + precision + ", " + scale + ")";
    };
  }

  String declared(List<Column> columns) {
    boolean one = columns.stream().filter(Column::key).count() == 1;
    return columns.stream()
        .map(column -> name(column.name()) + " " + type(column, one))
        .collect(joining(", "));
  }

  String names(List<Column> columns) {
    return columns.stream().map(column -> name(column.name())).collect(joining(", "));
  }

  /** One value that tells the rows of a table apart. */
  String key(Table table) {
    return table.key().size() == 1 ? names(table.key()) : told(table.key());
  }

  /** One value that differs when the row is another version. */
  String version(Table table) {
    return told(
        table.columns().stream().filter(column -> column.role() == Column.Role.VALUE).toList());
  }

  private String told(List<Column> columns) {
    return columns.isEmpty() ? "''" : "toString(tuple(" + names(columns) + "))";
  }
}
