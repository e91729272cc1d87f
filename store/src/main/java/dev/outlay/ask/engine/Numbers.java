package dev.outlay.ask.engine;

import dev.outlay.ask.Unit;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers as answers have them. */
final class Numbers {
  private Numbers() {}

  /** Counts are whole; beyond 64 bits they are big. */
  static Number of(Unit unit, BigDecimal value) {
    return switch (unit) {
      case USD, CURRENCY, RATIO, USD_PER_MTOK, USD_EACH -> value;
      default -> whole(value.toBigIntegerExact());
    };
  }

  private static Number whole(BigInteger value) {
    return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
  }

  static BigDecimal exact(Number number) {
    return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
  }
}
