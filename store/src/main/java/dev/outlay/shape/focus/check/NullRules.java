package dev.outlay.shape.focus.check;

import static dev.outlay.shape.focus.check.Rule.row;

import java.util.List;

/** What must be empty and what must not, by the kind of charge and by other cells. */
final class NullRules {
  static final Rule QUANTITY =
      row(
          "quantity-unknown",
          "what is used or bought has no quantity",
          (row, breach) -> {
            if (row.isSold() && row.lacks("PricingQuantity")) {
              breach.in("PricingQuantity");
            }
          });

  static final Rule PRICE =
      row(
          "price-unknown",
          "what is used or bought has no list price",
          (row, breach) -> {
            if (row.isSold() && row.lacks("ListUnitPrice")) {
              breach.in("ListUnitPrice");
            }
          });

  private static final List<String> OF_WHAT_IS_SOLD =
      List.of("SkuId", "SkuPriceId", "PricingCategory");
  private static final List<String> NEVER_OF_TAX =
      List.of(
          "PricingQuantity",
          "PricingUnit",
          "PricingCategory",
          "ListUnitPrice",
          "ContractedUnitPrice",
          "SkuId",
          "SkuPriceId",
          "ConsumedQuantity",
          "ConsumedUnit");

  static final List<Rule> ALL =
      List.of(
          row(
              "not-null",
              "a cell that must not be empty is",
              (row, breach) ->
                  Known.COLUMNS.values().stream()
                      .filter(known -> !known.nullable() && row.lacks(known.name()))
                      .forEach(known -> breach.in(known.name()))),
          row(
              "sold-not-null",
              "what is used or bought does not say what it is",
              (row, breach) ->
                  OF_WHAT_IS_SOLD.stream()
                      .filter(column -> row.isSold() && row.lacks(column))
                      .forEach(breach::in)),
          QUANTITY,
          PRICE,
          row(
              "tax-null",
              "a tax has what only goods have",
              (row, breach) ->
                  NEVER_OF_TAX.stream()
                      .filter(column -> row.isTax() && !row.isNull(column))
                      .forEach(breach::in)),
          row(
              "consumed-usage",
              "something is consumed that is no usage",
              (row, breach) -> {
                if (!row.isUsage() && !row.isNull("ConsumedQuantity")) {
                  breach.in("ConsumedQuantity");
                }
              }),
          row(
              "quantity-unit",
              "a quantity has no unit",
              (row, breach) -> {
                alone(row, "PricingQuantity", "PricingUnit", breach);
                alone(row, "ConsumedQuantity", "ConsumedUnit", breach);
              }),
          row(
              "unit-quantity",
              "a unit of what is consumed has no quantity",
              (row, breach) -> alone(row, "ConsumedUnit", "ConsumedQuantity", breach)),
          row(
              "id-name",
              "a name has no id, or an id no name",
              (row, breach) -> {
                for (String what : List.of("SubAccount", "Region")) {
                  alone(row, what + "Id", what + "Name", breach);
                  alone(row, what + "Name", what + "Id", breach);
                }
              }),
          row(
              "sku",
              "a part of a SKU stands without the SKU",
              (row, breach) -> {
                alone(row, "SkuPriceId", "SkuId", breach);
                alone(row, "SkuMeter", "SkuId", breach);
                alone(row, "SkuPriceDetails", "SkuPriceId", breach);
              }),
          row(
              "commitment",
              "a commitment is named in part only",
              (row, breach) -> {
                alone(row, "CommitmentDiscountStatus", "CommitmentDiscountId", breach);
                alone(row, "CommitmentDiscountCategory", "CommitmentDiscountId", breach);
              }));

  private NullRules() {}

  /** The first is there and the second, for which there is a column, is not. */
  private static void alone(Row row, String one, String other, Rule.Breach breach) {
    if (!row.isNull(one) && row.lacks(other)) {
      breach.in(other);
    }
  }
}
