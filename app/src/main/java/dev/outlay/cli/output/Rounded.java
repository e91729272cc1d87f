package dev.outlay.cli.output;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Figures rounded for people; what is there is never shown as nothing. */
record Rounded(int places) {
  static final Rounded MONEY = new Rounded(2);
  static final Rounded PERCENT = new Rounded(1);

  String of(BigDecimal exact) {
    BigDecimal rounded = exact.setScale(places, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 && exact.signum() != 0
        ? tiny(exact)
        : Figures.grouped(rounded, places);
  }

  @Nullable String orNull(@Nullable BigDecimal exact) {
    return exact == null ? null : of(exact);
  }

  /** With its sign, also where it is more. */
  String signed(BigDecimal exact) {
    return exact.signum() > 0 ? "+" + of(exact) : of(exact);
  }

  private String tiny(BigDecimal exact) {
    String smallest = BigDecimal.ONE.movePointLeft(places).toPlainString();
    return exact.signum() > 0 ? "<" + smallest : ">-" + smallest;
  }
}
