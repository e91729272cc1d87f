package dev.outlay.cli.output;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Cells as JSON: whole numbers as numbers of any size, decimals and times as strings. */
final class JsonText {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonText() {}

  static String of(@Nullable Object cell) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      write(json, cell);
    }
    return text.toString();
  }

  /** Text that is JSON already, on one line: line ends can only stand between its tokens. */
  static String embedded(String json) {
    return json.replace('\n', ' ').replace('\r', ' ');
  }

  private static void write(JsonGenerator json, @Nullable Object cell) {
    switch (cell) {
      case null -> json.writeNull();
      case Long number -> json.writeNumber(number);
      case BigInteger number -> json.writeNumber(number);
      case Double number when Double.isFinite(number) -> json.writeNumber(number);
      case BigDecimal number -> json.writeString(number.toPlainString());
      case Boolean bool -> json.writeBoolean(bool);
      default -> json.writeString(CellText.of(cell));
    }
  }
}
