package dev.outlay.simulator.api;

import java.math.BigDecimal;

/** Amounts in cents as text, with as many decimals as chance will have it. */
final class Money {
  private static final int PADDED = 6;

  private Money() {}

  static String varied(BigDecimal cents, int salt) {
    return salt % 3 == 0 ? padded(cents) : plain(cents);
  }

  /** At least six decimals. */
  static String padded(BigDecimal cents) {
    BigDecimal bare = cents.stripTrailingZeros();
    return bare.setScale(Math.max(PADDED, bare.scale())).toPlainString();
  }

  private static String plain(BigDecimal cents) {
    return cents.stripTrailingZeros().toPlainString();
  }
}
