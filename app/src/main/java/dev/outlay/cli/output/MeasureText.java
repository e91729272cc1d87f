package dev.outlay.cli.output;

import dev.outlay.ask.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Figures of one unit for people. */
record MeasureText(Unit unit) {
  private static final String UNKNOWN = "unknown";
  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

  String heading(String measure) {
    String name = measure.replace('_', ' ');
    return switch (unit) {
      case USD -> name + " USD";
      case RATIO -> name + " %";
      default -> name;
    };
  }

  /** As an answer for machines has it. */
  String type() {
    return switch (unit) {
      case USD, CURRENCY -> "DECIMAL(38,20)";
      case RATIO, USD_PER_MTOK, USD_EACH -> "DECIMAL(38,12)";
      default -> "BIGINT";
    };
  }

  String of(@Nullable Number value) {
    return of(value, "");
  }

  /** With what stands before it. */
  String of(@Nullable Number value, String mark) {
    return value == null ? UNKNOWN : mark + text(value);
  }

  private String text(Number value) {
    return switch (unit) {
      case USD, CURRENCY, USD_PER_MTOK, USD_EACH -> Rounded.MONEY.of(Figures.plain(value));
      case RATIO -> Rounded.PERCENT.of(Figures.plain(value).multiply(PERCENT));
      default -> Figures.grouped(value);
    };
  }

  /** How much more it is than before, with its sign. */
  String difference(@Nullable Number value, @Nullable Number before) {
    BigDecimal change = minus(value, before);
    return change == null ? UNKNOWN : Rounded.MONEY.signed(change);
  }

  /** The change in percent of what was before. */
  String change(@Nullable Number value, @Nullable Number before) {
    BigDecimal change = minus(value, before);
    if (change == null) {
      return UNKNOWN;
    }
    BigDecimal percent = percent(change, before);
    return percent == null ? change.signum() == 0 ? "0.0" : "new" : Rounded.PERCENT.signed(percent);
  }

  static @Nullable BigDecimal minus(@Nullable Number value, @Nullable Number before) {
    return value == null || before == null
        ? null
        : Figures.plain(value).subtract(Figures.plain(before));
  }

  /** The part in percent of the whole; null where one is unknown or the whole is nothing. */
  static @Nullable BigDecimal percent(@Nullable Number part, @Nullable Number whole) {
    if (part == null || whole == null || Figures.plain(whole).signum() == 0) {
      return null;
    }
    return Figures.plain(part)
        .multiply(PERCENT)
        .divide(Figures.plain(whole).abs(), 6, RoundingMode.HALF_EVEN);
  }
}
