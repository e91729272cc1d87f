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

  String of(@Nullable Number value, boolean estimated) {
    return value == null ? UNKNOWN : (estimated ? "≈ " : "") + text(value);
  }

  private String text(Number value) {
    return switch (unit) {
      case USD, CURRENCY, USD_PER_MTOK, USD_EACH -> Rounded.MONEY.of(Figures.plain(value));
      case RATIO -> Rounded.PERCENT.of(Figures.plain(value).multiply(PERCENT));
      default -> Figures.grouped(value);
    };
  }

  /** The change in percent of what was before. */
  String change(@Nullable Number value, @Nullable Number before) {
    if (value == null || before == null) {
      return UNKNOWN;
    }
    BigDecimal was = Figures.plain(before);
    BigDecimal change = Figures.plain(value).subtract(was);
    if (was.signum() == 0) {
      return change.signum() == 0 ? "0.0" : "new";
    }
    return Rounded.PERCENT.signed(
        change.multiply(PERCENT).divide(was.abs(), 6, RoundingMode.HALF_EVEN));
  }
}
