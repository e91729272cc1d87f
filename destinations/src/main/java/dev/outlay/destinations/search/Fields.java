package dev.outlay.destinations.search;

import dev.outlay.table.Column;
import dev.outlay.table.Rows;
import dev.outlay.table.Table;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Rows as documents: one field a column, dots in its name make objects, null is left out. Decimals
 * and times are texts, so that no digit is lost on the way.
 */
final class Fields {
  private record Field(int at, List<String> path, Column column) {
    List<String> parents() {
      return path.subList(0, path.size() - 1);
    }
  }

  private final List<Field> fields;

  Fields(Table table) {
    this.fields =
        IntStream.range(0, table.columns().size())
            .mapToObj(at -> field(at, table.columns().get(at)))
            .sorted(Comparator.comparing((Field field) -> String.join("\u0000", field.path())))
            .toList();
    for (int i = 1; i < fields.size(); i++) {
      check(table, fields.get(i - 1), fields.get(i));
    }
  }

  /** The document of each row. */
  List<byte[]> documents(Rows rows) {
    List<byte[]> documents = new ArrayList<>(rows.size());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = Json.generator(bytes)) {
      for (@Nullable Object[] row : rows.cells()) {
        write(json, row);
        json.flush();
        documents.add(bytes.toByteArray());
        bytes.reset();
      }
    }
    return documents;
  }

  private void write(JsonGenerator json, @Nullable Object[] row) {
    List<String> open = new ArrayList<>();
    json.writeStartObject();
    for (Field field : fields) {
      Object cell = row[field.at()];
      if (cell != null) {
        move(json, open, field.parents());
        json.writeName(field.path().getLast());
        write(json, cell, field.column());
      }
    }
    move(json, open, List.of());
    json.writeEndObject();
  }

  private static void move(JsonGenerator json, List<String> open, List<String> to) {
    int common = 0;
    while (common < open.size() && common < to.size() && open.get(common).equals(to.get(common))) {
      common++;
    }
    while (open.size() > common) {
      json.writeEndObject();
      open.removeLast();
    }
    for (String name : to.subList(common, to.size())) {
      json.writeName(name);
      json.writeStartObject();
      open.add(name);
    }
  }

  private static void write(JsonGenerator json, Object cell, Column column) {
    switch (cell) {
      case Boolean truth -> json.writeBoolean(truth);
      case Long number -> json.writeNumber(number);
      case BigDecimal decimal -> json.writeString(text(decimal));
      case String text when Mapping.isJson(column) -> json.writeRawValue(text);
      default -> json.writeString(cell.toString());
    }
  }

  /** The one way in which a number is written. */
  static String text(BigDecimal decimal) {
    return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
  }

  private static Field field(int at, Column column) {
    return new Field(at, Arrays.asList(column.name().split("\\.")), column);
  }

  private static void check(Table table, Field one, Field next) {
    List<String> path = one.path();
    if (next.path().size() > path.size() && next.path().subList(0, path.size()).equals(path)) {
      throw new IllegalArgumentException(
          table.name() + ": " + one.column().name() + " is a value and holds others");
    }
  }
}
