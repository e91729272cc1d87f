package dev.outlay.price;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A price found, and how it came to be.
 *
 * @param usdPerMillion USD for a million tokens, after the discount
 * @param list the same before it
 * @param confidence how sure the list price is
 * @param entry what says so
 * @param discount what was taken off
 */
public record Price(
    BigDecimal usdPerMillion,
    BigDecimal list,
    Confidence confidence,
    PriceEntry entry,
    Optional<Discount> discount) {

  /** What that many tokens cost, in USD, exact. */
  public BigDecimal usd(long tokens) {
    return usdPerMillion.multiply(BigDecimal.valueOf(tokens)).movePointLeft(6);
  }
}
