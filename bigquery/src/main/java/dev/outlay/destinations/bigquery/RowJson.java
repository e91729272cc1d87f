package dev.outlay.destinations.bigquery;

import dev.outlay.table.Column;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A row as one line of JSON. Numbers are texts, so that nothing on the way reads them as binary.
 */
final class RowJson {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  private RowJson() {}

  static String of(List<Column> columns, @Nullable Object[] cells) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      for (int i = 0; i < cells.length; i++) {
        write(json, columns.get(i).name(), cells[i]);
      }
      json.writeEndObject();
    }
    return text.toString();
  }

  /** What is unknown is left out. */
  private static void write(JsonGenerator json, String name, @Nullable Object cell) {
    switch (cell) {
      case null -> {}
      case Boolean yes -> json.writeBooleanProperty(name, yes);
      case BigDecimal decimal -> json.writeStringProperty(name, decimal.toPlainString());
      default -> json.writeStringProperty(name, cell.toString());
    }
  }
}
