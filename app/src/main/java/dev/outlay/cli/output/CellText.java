package dev.outlay.cli.output;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Cells as plain text, the same in every format; nothing is rounded. */
final class CellText {
  private static final DateTimeFormatter WALL = DateTimeFormatter.ISO_LOCAL_DATE_TIME;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_LOCAL_TIME;

  private CellText() {}

  static String of(Object cell) {
    return switch (cell) {
      case BigDecimal number -> number.toPlainString();
      case Instant time -> time.toString();
      case LocalDateTime time -> WALL.format(time);
      case LocalTime time -> TIME.format(time);
      case byte[] bytes -> Base64.getEncoder().encodeToString(bytes);
      case List<?> _, Map<?, ?> _ -> JsonText.of(cell);
      default -> cell.toString();
    };
  }
}
