package dev.outlay.shape.focus.check;

import static dev.outlay.shape.focus.check.Rule.row;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What holds between prices, quantities and costs. */
final class CostRules {
  private static final BigDecimal MILLIONTH = new BigDecimal("0.000001");
  private static final List<String> KINDS = List.of("List", "Contracted");

  static final List<Rule> ALL =
      List.of(
          row(
              "price-times-quantity",
              "unit price times quantity is not the cost",
              (row, breach) ->
                  KINDS.stream()
                      .filter(kind -> !row.isCorrection() && isOff(row, kind))
                      .forEach(kind -> breach.in(kind + "Cost"))),
          row(
              "cost-without-price",
              "without a unit price the cost is not what was billed",
              (row, breach) ->
                  KINDS.stream()
                      .filter(kind -> row.isSold() && isElse(row, kind))
                      .forEach(kind -> breach.in(kind + "Cost"))),
          row(
              "price-negative",
              "a unit price is negative",
              (row, breach) ->
                  List.of("ListUnitPrice", "ContractedUnitPrice").stream()
                      .filter(column -> row.decimal(column).map(BigDecimal::signum).orElse(0) < 0)
                      .forEach(breach::in)),
          row(
              "purchase-frequency",
              "a purchase is not charged by usage",
              (row, breach) -> {
                if (row.is("ChargeCategory", "Purchase")
                    && row.is("ChargeFrequency", "Usage-Based")) {
                  breach.in("ChargeFrequency");
                }
              }));

  private CostRules() {}

  private static boolean isOff(Row row, String kind) {
    Optional<BigDecimal> product =
        row.decimal(kind + "UnitPrice")
            .flatMap(price -> row.decimal("PricingQuantity").map(price::multiply));
    return product
        .flatMap(right -> row.decimal(kind + "Cost").map(cost -> !isClose(right, cost)))
        .orElse(false);
  }

  private static boolean isElse(Row row, String kind) {
    return row.lacks(kind + "UnitPrice")
        && row.decimal("BilledCost")
            .flatMap(billed -> row.decimal(kind + "Cost").map(cost -> !isClose(billed, cost)))
            .orElse(false);
  }

  /** Within rounding: a millionth of the cost, and of the currency. */
  private static boolean isClose(BigDecimal right, BigDecimal cost) {
    BigDecimal allowed = cost.abs().max(BigDecimal.ONE).multiply(MILLIONTH);
    return right.subtract(cost).abs().compareTo(allowed) <= 0;
  }
}
