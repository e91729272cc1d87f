package dev.outlay.destinations.kafka;

import static java.util.stream.Collectors.joining;

import dev.outlay.table.Column;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.json.JsonFactory;

/**
 * Rows of one table as JSON: for Connect's JsonConverter with the schema before each, or alone for
 * everybody else. Times are RFC 3339 texts with microseconds, for Connect's own type has
 * milliseconds; whole numbers are numbers; JSON is text.
 */
final class RowJson {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();
  private static final DateTimeFormatter MICROS =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
          .toFormatter()
          .withZone(ZoneOffset.UTC);

  private final Table table;
  private final Settings.Form form;
  private final byte[] before;
  private final byte[] after;

  RowJson(Table table, Settings.Form form) {
    String schema = form.schemas() ? "{\"schema\":" + schema(table, form) + ",\"payload\":" : "";
    this.table = table;
    this.form = form;
    this.before = utf8(schema);
    this.after = utf8(form.schemas() ? "}" : "");
  }

  /** The row without its schema. */
  byte[] payload(@Nullable Object[] cells) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      List<Column> columns = table.columns();
      for (int i = 0; i < cells.length; i++) {
        json.writeName(columns.get(i).name());
        write(json, columns.get(i).type(), cells[i]);
      }
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /** The payload with what goes round it. */
  byte[] value(byte[] payload) {
    byte[] value = new byte[before.length + payload.length + after.length];
    System.arraycopy(before, 0, value, 0, before.length);
    System.arraycopy(payload, 0, value, before.length, payload.length);
    System.arraycopy(after, 0, value, before.length + payload.length, after.length);
    return value;
  }

  private void write(JsonGenerator json, Type type, @Nullable Object cell) {
    switch (cell) {
      case null -> json.writeNull();
      case Long whole -> json.writeNumber(whole.longValue());
      case Boolean yes -> json.writeBoolean(yes);
      case LocalDate day when form.schemas() -> json.writeNumber((int) day.toEpochDay());
      default -> json.writeString(text(type, form, cell));
    }
  }

  /** A cell as it reads in a payload, without quotes. */
  static String text(Type type, Settings.Form form, Object cell) {
    return switch (cell) {
      case Instant at -> MICROS.format(at);
      case BigDecimal number when form.texts() -> number.stripTrailingZeros().toPlainString();
      case BigDecimal number when type instanceof Type.Decimal(int _, int scale) ->
          Base64.getEncoder().encodeToString(number.setScale(scale).unscaledValue().toByteArray());
      default -> cell.toString();
    };
  }

  private static String schema(Table table, Settings.Form form) {
    return table.columns().stream()
        .map(column -> field(table, column, form))
        .collect(
            joining(
                ",",
                "{\"type\":\"struct\",\"fields\":[",
                "],\"optional\":false,\"name\":" + quoted(table.name()) + "}"));
  }

  private static String field(Table table, Column column, Settings.Form form) {
    boolean always = column.key() && table.key().size() == 1 && column.type() == Type.Plain.TEXT;
    return "{%s,\"optional\":%s,\"field\":%s}"
        .formatted(type(column.type(), form), !always, quoted(column.name()));
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

  private static String quoted(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
