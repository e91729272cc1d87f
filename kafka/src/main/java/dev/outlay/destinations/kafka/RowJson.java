package dev.outlay.destinations.kafka;

import dev.outlay.table.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Cells as JSON. Times are RFC 3339 texts with microseconds, for Connect's own type has
 * milliseconds; whole numbers are numbers; JSON is text.
 */
final class RowJson {
  private static final DateTimeFormatter MICROS =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
          .toFormatter()
          .withZone(ZoneOffset.UTC);

  static final byte[] NULL = utf8("null");

  private final Settings.Form form;

  RowJson(Settings.Form form) {
    this.form = form;
  }

  /** A cell as it stands in a payload. */
  byte[] value(Type type, @Nullable Object cell) {
    return switch (cell) {
      case null -> NULL;
      case Long whole -> utf8(whole.toString());
      case Boolean yes -> utf8(yes.toString());
      case LocalDate day when form.schemas() -> utf8(Long.toString(day.toEpochDay()));
      default -> utf8(quoted(text(type, form, cell)));
    };
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

  static String quoted(String text) {
    String inside =
        isPlain(text) ? text : new String(JsonStringEncoder.getInstance().quoteAsCharArray(text));
    return '"' + inside + '"';
  }

  /** Most texts are letters and digits, and stand as they are. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign < ' ' || sign == '"' || sign == '\\') {
        return false;
      }
    }
    return true;
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
