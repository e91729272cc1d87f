package dev.outlay.dataset;

import dev.outlay.table.Type;
import dev.outlay.table.Type.Decimal;
import dev.outlay.table.Type.Plain;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * From a JSON value to the cell of a type, exactly or not at all: text never becomes a number, a
 * number never loses a digit.
 */
public final class Cells {
  private static final int LONGEST = 100;
  private static final int LONGEST_SHOWN = 40;

  private Cells() {}

  /**
   * The cell for a value, null for null.
   *
   * @param path where the value stood, for the message
   * @throws Misfit when the value is not of that type
   */
  public static @Nullable Object cell(Type type, @Nullable Object value, String path) {
    if (value == null || (type == Plain.TEXT && value instanceof String)) {
      return value;
    }
    return type instanceof Decimal decimal
        ? decimal(decimal, value, path)
        : plain((Plain) type, value, path);
  }

  private static Object plain(Plain type, Object value, String path) {
    return switch (type) {
      case TEXT -> expect(String.class, value, path, "text");
      case INTEGER -> integer(value, path);
      case BOOLEAN -> expect(Boolean.class, value, path, "true or false");
      case INSTANT -> instant(value, path);
      case DATE -> date(value, path);
      case JSON -> CanonicalJson.of(value);
    };
  }

  private static Object integer(Object value, String path) {
    return expect(Long.class, value, path, "a whole number of at most 64 bits");
  }

  private static Instant instant(Object value, String path) {
    try {
      return Instant.parse(expect(String.class, value, path, "a time"))
          .truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeException e) {
      throw misfit(path, value, "a time like 2026-01-31T00:00:00Z");
    }
  }

  private static LocalDate date(Object value, String path) {
    String text = expect(String.class, value, path, "a day");
    try {
      return text.contains("T") ? midnight(Instant.parse(text)) : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw misfit(path, value, "a day like 2026-01-31");
    }
  }

  /** Days may come as the time at which they begin, in any of its spellings. */
  private static LocalDate midnight(Instant time) {
    LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC);
    if (!day.atStartOfDay(ZoneOffset.UTC).toInstant().equals(time)) {
      throw new DateTimeException("not midnight");
    }
    return day;
  }

  /** Money comes in cents; a column of dollars is the same digits with the point moved. */
  private static BigDecimal decimal(Decimal type, Object value, String path) {
    BigDecimal cents = number(value, path);
    BigDecimal amount = type.equals(Type.USD) ? cents.movePointLeft(2) : cents;
    BigDecimal exact = amount.scale() > type.scale() ? amount.stripTrailingZeros() : amount;
    boolean fits =
        exact.scale() <= type.scale()
            && exact.precision() - exact.scale() <= type.precision() - type.scale();
    if (!fits) {
      throw misfit(path, value, "a decimal of at most 18 places and 18 digits");
    }
    return exact;
  }

  private static BigDecimal number(Object value, String path) {
    if (value instanceof BigDecimal exact) {
      return exact;
    }
    if (value instanceof Long whole) {
      return BigDecimal.valueOf(whole);
    }
    if (value instanceof String text && isDecimal(text)) {
      return new BigDecimal(text);
    }
    throw misfit(path, value, "a decimal number");
  }

  /** Digits with at most one point between them, and perhaps a minus: no spaces, no exponent. */
  private static boolean isDecimal(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    int point = text.indexOf('.');
    boolean inside = point < 0 || (point > start && point < text.length() - 1);
    return inside
        && text.length() > start
        && text.length() <= LONGEST
        && digits(text, start, point);
  }

  private static boolean digits(String text, int start, int point) {
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (i != point && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  private static <T> T expect(Class<T> type, Object value, String path, String expected) {
    if (!type.isInstance(value)) {
      throw misfit(path, value, expected);
    }
    return type.cast(value);
  }

  static Misfit misfit(String path, Object value, String expected) {
    String text = CanonicalJson.of(value);
    String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    return new Misfit(path, shown + " where " + expected + " was expected");
  }
}
