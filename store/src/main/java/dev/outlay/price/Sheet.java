package dev.outlay.price;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What one price file says.
 *
 * @param tiers what a service tier multiplies, of any model
 */
record Sheet(
    List<PriceEntry> entries,
    List<Discount> discounts,
    List<SearchPrice> searches,
    Map<String, BigDecimal> tiers) {
  static final Sheet EMPTY = new Sheet(List.of(), List.of(), List.of(), Map.of());
}
