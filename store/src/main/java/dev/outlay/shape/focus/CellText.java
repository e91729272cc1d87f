package dev.outlay.shape.focus;

import java.math.BigDecimal;

/** Cells as text: exact, and a decimal always with a point, for readers that guess types. */
final class CellText {
  private CellText() {}

  static String of(Object cell) {
    return cell instanceof BigDecimal number ? decimal(number) : cell.toString();
  }

  private static String decimal(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    return plain.setScale(Math.max(1, plain.scale())).toPlainString();
  }
}
