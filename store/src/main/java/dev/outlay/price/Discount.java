package dev.outlay.price;

import java.math.BigDecimal;
import java.util.Set;

/**
 * What a contract takes off list prices.
 *
 * @param percent 0 to 100
 * @param models families it holds for; empty for everything, searches too
 */
public record Discount(BigDecimal percent, Set<String> models, Validity validity) {
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  public Discount {
    models = Set.copyOf(models);
  }

  BigDecimal off(BigDecimal list) {
    return list.multiply(ALL.subtract(percent)).movePointLeft(2);
  }
}
