package dev.outlay.destinations.kafka;

import static java.util.stream.Collectors.joining;

import dev.outlay.table.Column;
import dev.outlay.table.Table;
import dev.outlay.table.Type;

/**
 * What goes round each row of one table: for Connect's JsonConverter its schema, made once; nothing
 * for everybody else.
 */
final class RowSchema {
  private final byte[] before;
  private final byte[] after;

  RowSchema(Table table, Settings.Form form) {
    String schema = form.schemas() ? "{\"schema\":" + schema(table, form) + ",\"payload\":" : "";
    this.before = RowJson.utf8(schema);
    this.after = RowJson.utf8(form.schemas() ? "}" : "");
  }

  /** The payload with what goes round it. */
  byte[] round(byte[] payload) {
    byte[] value = new byte[before.length + payload.length + after.length];
    System.arraycopy(before, 0, value, 0, before.length);
    System.arraycopy(payload, 0, value, before.length, payload.length);
    System.arraycopy(after, 0, value, before.length + payload.length, after.length);
    return value;
  }

  private static String schema(Table table, Settings.Form form) {
    return table.columns().stream()
        .map(column -> field(table, column, form))
        .collect(
            joining(
                ",",
                "{\"type\":\"struct\",\"fields\":[",
                "],\"optional\":false,\"name\":" + RowJson.quoted(table.name()) + "}"));
  }

  private static String field(Table table, Column column, Settings.Form form) {
    boolean always = column.key() && table.key().size() == 1 && column.type() == Type.Plain.TEXT;
    return "{%s,\"optional\":%s,\"field\":%s}"
        .formatted(type(column.type(), form), !always, RowJson.quoted(column.name()));
  }

  private static String type(Type type, Settings.Form form) {
    return switch (type) {
      case Type.Plain plain ->
          switch (plain) {
            case TEXT -> "\"type\":\"string\"";
            case INTEGER -> "\"type\":\"int64\"";
            case BOOLEAN -> "\"type\":\"boolean\"";
            case DATE -> named("int32", "org.apache.kafka.connect.data.Date");
            case INSTANT -> named("string", "io.debezium.time.ZonedTimestamp");
            case JSON -> named("string", "io.debezium.data.Json");
          };
      case Type.Decimal _ when form.texts() -> "\"type\":\"string\"";
      case Type.Decimal(int precision, int scale) ->
          named("bytes", "org.apache.kafka.connect.data.Decimal")
              + ",\"parameters\":{\"scale\":\"%d\",\"connect.decimal.precision\":\"%d\"}"
                  .formatted(scale, precision);
    };
  }

  private static String named(String type, String name) {
    return "\"type\":\"%s\",\"name\":\"%s\",\"version\":1".formatted(type, name);
  }
}
