package dev.outlay.price;

import java.math.BigDecimal;

/**
 * One price.
 *
 * @param usdPerMillion USD for a million tokens, exact
 */
record Rate(BigDecimal usdPerMillion, Confidence confidence) {
  Rate times(BigDecimal factor) {
    return new Rate(usdPerMillion.multiply(factor), confidence);
  }

  Rate atMost(Confidence limit) {
    return new Rate(usdPerMillion, confidence.and(limit));
  }

  boolean isWorth(Rate other) {
    return usdPerMillion.compareTo(other.usdPerMillion) == 0;
  }
}
