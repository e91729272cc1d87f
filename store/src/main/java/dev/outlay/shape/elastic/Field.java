package dev.outlay.shape.elastic;

import dev.outlay.store.Literal;
import dev.outlay.table.Column;
import dev.outlay.table.Type;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A field of a document, and the SQL that makes it. */
record Field(Column column, String sql) {
  static Field of(String name, Type type, String sql, String meaning) {
    return new Field(new Column(name, type, false, meaning), sql);
  }

  static Field text(String name, String sql, String meaning) {
    return of(name, Type.Plain.TEXT, sql, meaning);
  }

  static Field number(String name, String sql, String meaning) {
    return of(name, Type.Plain.INTEGER, sql, meaning);
  }

  static Field time(String name, String sql, String meaning) {
    return of(name, Type.Plain.INSTANT, sql, meaning);
  }

  /** What tells the documents of a stream apart, by these expressions. */
  static Field id(List<String> key) {
    String parts =
        key.stream()
            .map(sql -> "coalesce('|' || length(%1$s) || ':' || %1$s, '|-')".formatted(sql))
            .collect(Collectors.joining(" || ", "md5(", ")"));
    Column column =
        new Column("outlay.row_id", Type.Plain.TEXT, true, "Also the id of the document.");
    return new Field(column, parts);
  }

  /** The fields that every document of a data stream has. */
  static Stream<Field> common(String connection, String dataset, ElasticSettings settings) {
    return Stream.of(
        text("outlay.connection", connection, "The connection it came from."),
        constant("data_stream.type", "metrics"),
        constant("data_stream.dataset", "anthropic_metrics." + dataset),
        constant("data_stream.namespace", settings.namespace()),
        constant("event.module", "anthropic_metrics"),
        constant("event.dataset", "anthropic_metrics." + dataset),
        constant("input.type", "outlay"));
  }

  static Field constant(String name, String value) {
    return text(name, Literal.of(value), "Always " + value + ".");
  }

  String named() {
    return sql + " AS " + Literal.name(column.name());
  }
}
