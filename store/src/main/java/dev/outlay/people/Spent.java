package dev.outlay.people;

import dev.outlay.price.Confidence;
import dev.outlay.price.Price;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What use costs at list or contract prices, as far as there are prices.
 *
 * @param usd of what has a price
 * @param priced tokens with a price
 * @param unpriced tokens without one
 * @param lowerBound whether a price is the least that it can be
 */
record Spent(BigDecimal usd, long priced, long unpriced, boolean lowerBound) {
  static final Spent NOTHING = new Spent(BigDecimal.ZERO, 0, 0, false);

  static Spent of(long tokens, Optional<Price> price) {
    return price
        .map(known ->
            new Spent(known.usd(tokens), tokens, 0, known.confidence() == Confidence.AT_LEAST))
        .orElse(new Spent(BigDecimal.ZERO, 0, tokens, false));
  }

  static Spent searches(long number, Optional<BigDecimal> each) {
    return each.map(price -> new Spent(price.multiply(BigDecimal.valueOf(number)), 0, 0, false))
        .orElse(new Spent(BigDecimal.ZERO, 0, 0, number > 0));
  }

  Spent atLeast() {
    return new Spent(usd, priced, unpriced, true);
  }

  Spent and(Spent other) {
    return new Spent(
        usd.add(other.usd),
        Math.addExact(priced, other.priced),
        Math.addExact(unpriced, other.unpriced),
        lowerBound || other.lowerBound);
  }

  /** Empty where nothing of it has a price: unknown is not nought. */
  Optional<BigDecimal> known() {
    return priced == 0 && unpriced > 0 && usd.signum() == 0 ? Optional.empty() : Optional.of(usd);
  }
}
