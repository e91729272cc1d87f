package dev.outlay.cli.output;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers for people: groups of three digits, every digit that is not a trailing zero. */
public final class Figures {
  static final String NOTHING = "–";
  private static final int LARGEST_EXPONENT = 40;

  private Figures() {}

  public static String grouped(Number number) {
    return exact(number) ? grouped(plain(number), 0) : number.toString();
  }

  /** The same, with at least that many places, so that the points of a column stand in line. */
  static String grouped(BigDecimal number, int places) {
    String text =
        number.setScale(Math.max(places, scale(number)), RoundingMode.UNNECESSARY).toPlainString();
    int start = number.signum() < 0 ? 1 : 0;
    int point = text.indexOf('.') < 0 ? text.length() : text.indexOf('.');
    StringBuilder out = new StringBuilder(text);
    for (int i = point - 3; i > start; i -= 3) {
      out.insert(i, ',');
    }
    return out.toString();
  }

  /** Places behind the point that are not trailing zeros. */
  static int scale(BigDecimal number) {
    return Math.max(0, number.stripTrailingZeros().scale());
  }

  /** Whether it can be written out: not NaN, not infinite, not of a huge exponent. */
  static boolean exact(Number number) {
    return !(number instanceof Double real)
        || (Double.isFinite(real) && Math.abs(Math.getExponent(real)) <= 3 * LARGEST_EXPONENT);
  }

  static BigDecimal plain(Number number) {
    return number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
  }
}
