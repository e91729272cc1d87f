package dev.outlay.cli.output;

import java.math.BigDecimal;

/** Cells as plain text, the same in every format; nothing is rounded. */
final class CellText {
  private CellText() {}

  static String of(Object cell) {
    return cell instanceof BigDecimal number ? number.toPlainString() : cell.toString();
  }
}
