package dev.outlay.shape.focus;

import java.math.BigDecimal;

/**
 * What something is counted and priced in.
 *
 * @param priced the unit that has a price, as FOCUS writes units
 * @param consumed the unit that is counted
 * @param power of ten counted units in a priced one
 */
record Unit(String priced, String consumed, int power) {
  static final Unit TOKENS = new Unit("1000000 Tokens", "Tokens", 6);
  static final Unit REQUESTS = new Unit("1000 Requests", "Requests", 3);
  static final Unit HOURS = new Unit("Hours", "Hours", 0);

  BigDecimal priced(BigDecimal count) {
    return count.movePointLeft(power);
  }

  BigDecimal counted(BigDecimal quantity) {
    return quantity.movePointRight(power);
  }
}
