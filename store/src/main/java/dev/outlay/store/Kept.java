package dev.outlay.store;

import dev.outlay.table.Column;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table as it is kept: the cells, and for each version of a row the connection's number, the
 * place among its twins, since when and until when it was known, and the load that wrote it last.
 *
 * @param columns the columns as they stand in the file; one added later stands behind the others
 */
record Kept(Table table, List<String> columns) {
  static final String CONNECTION = "_connection";
  static final String ORDINAL = "_ordinal";
  static final String KNOWN_FROM = "_known_from";
  static final String KNOWN_TO = "_known_to";
  static final String LOAD_SEQ = "_load_seq";

  static Kept fresh(Table table) {
    return new Kept(
        table,
        Stream.of(
                Stream.of(CONNECTION),
                table.columns().stream().map(Column::name),
                Stream.of(ORDINAL, KNOWN_FROM, KNOWN_TO, LOAD_SEQ))
            .flatMap(names -> names)
            .toList());
  }

  String name() {
    return "data." + Sql.name(table.name());
  }

  /** What makes the identity of a row; all of it where nothing is marked. */
  List<Column> key() {
    return table.key().isEmpty() ? table.columns() : table.key();
  }

  List<Column> values() {
    List<Column> key = key();
    return table.columns().stream().filter(column -> !key.contains(column)).toList();
  }

  static String list(List<Column> columns, String before) {
    return columns.stream()
        .map(column -> before + Sql.name(column.name()))
        .collect(Collectors.joining(", "));
  }

  static String type(Type type) {
    return switch (type) {
      case Type.Plain plain ->
          switch (plain) {
            case TEXT -> "VARCHAR";
            case INTEGER -> "BIGINT";
            case BOOLEAN -> "BOOLEAN";
            case INSTANT -> "TIMESTAMP WITH TIME ZONE";
            case DATE -> "DATE";
            case JSON -> "JSON";
          };
      case Type.Decimal(int precision, int scale) -> "DECIMAL(" + precision + "," + scale + ")";
    };
  }

  static String ddl(Table table) {
    return table.columns().stream()
        .map(column -> Sql.name(column.name()) + " " + type(column.type()))
        .collect(
            Collectors.joining(
                ", ",
                "CREATE TABLE data." + Sql.name(table.name()) + " (_connection SMALLINT, ",
                ", _ordinal INTEGER, _known_from TIMESTAMPTZ, _known_to TIMESTAMPTZ, _load_seq BIGINT)"));
  }
}
