package dev.outlay.shape.focus.check;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One row as text; an empty cell is null.
 *
 * @param number of the row, the first behind the heading is 1
 */
record Row(Sheet sheet, long number, List<@Nullable String> cells) {
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,100}(\\.\\d{1,100})?");
  private static final Pattern INSTANT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");

  /** Null where it is empty or there is no such column. */
  @Nullable String text(String column) {
    Integer place = sheet.places().get(column);
    String cell = place == null || place >= cells.size() ? null : cells.get(place);
    return cell == null || cell.isEmpty() ? null : cell;
  }

  boolean is(String column, String value) {
    return value.equals(text(column));
  }

  boolean isNull(String column) {
    return text(column) == null;
  }

  /** The column is there and its cell is empty. */
  boolean lacks(String column) {
    return sheet.has(column) && isNull(column);
  }

  /** Empty where it is not there or not one. */
  Optional<BigDecimal> decimal(String column) {
    return Optional.ofNullable(text(column))
        .filter(text -> DECIMAL.matcher(text).matches())
        .map(BigDecimal::new);
  }

  /** Empty where it is not there or not one. */
  Optional<Instant> instant(String column) {
    String text = text(column);
    if (text == null || !INSTANT.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  boolean isUsage() {
    return is("ChargeCategory", "Usage");
  }

  boolean isTax() {
    return is("ChargeCategory", "Tax");
  }

  boolean isCorrection() {
    return is("ChargeClass", "Correction");
  }

  /** What is used or bought now: a row that must say how much of what, and for how much. */
  boolean isSold() {
    return (isUsage() || is("ChargeCategory", "Purchase")) && !isCorrection();
  }
}
