package dev.outlay.headroom;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How high use was.
 *
 * @param perMinute tokens a minute, rounded to whole ones
 * @param percent of the limit in force, cut to four decimals; empty where the limit is nought
 */
public record Level(long perMinute, Optional<BigDecimal> percent) {
  static Optional<BigDecimal> percent(Optional<Long> millionths) {
    return millionths.map(part -> BigDecimal.valueOf(part, 4));
  }
}
