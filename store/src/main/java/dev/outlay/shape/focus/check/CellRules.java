package dev.outlay.shape.focus.check;

import static dev.outlay.shape.focus.check.Rule.row;

import dev.outlay.shape.focus.check.Known.Kind;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What holds for a cell by itself. */
final class CellRules {
  private static final Map<String, Set<String>> ALLOWED =
      Map.of(
          "ChargeCategory", Set.of("Usage", "Purchase", "Tax", "Credit", "Adjustment"),
          "ChargeClass", Set.of("Correction"),
          "ChargeFrequency", Set.of("One-Time", "Recurring", "Usage-Based"),
          "PricingCategory", Set.of("Standard", "Dynamic", "Committed", "Other"),
          "CommitmentDiscountStatus", Set.of("Used", "Unused"),
          "CommitmentDiscountCategory", Set.of("Spend", "Usage"),
          "CapacityReservationStatus", Set.of("Used", "Unused"),
          "ServiceCategory",
              Set.of(
                  "AI and Machine Learning",
                  "Analytics",
                  "Business Applications",
                  "Compute",
                  "Databases",
                  "Developer Tools",
                  "Multicloud",
                  "Identity",
                  "Integration",
                  "Internet of Things",
                  "Management and Governance",
                  "Media",
                  "Migration",
                  "Mobile",
                  "Networking",
                  "Security",
                  "Storage",
                  "Web",
                  "Other"));

  /** Of the one category that this is about. */
  private static final Set<String> OF_AI =
      Set.of(
          "Bots",
          "Generative AI",
          "Machine Learning",
          "Natural Language Processing",
          "Other (AI and Machine Learning)");

  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern UNIT =
      Pattern.compile(
          "([1-9]\\d* )?[A-Z]\\p{Alnum}*([ -][A-Z]\\p{Alnum}*)*(/([1-9]\\d* )?[A-Z]\\p{Alnum}*)?");

  static final List<Rule> ALL =
      List.of(
          row(
              "decimal",
              "a number is not written as digits, a point and digits",
              (row, breach) -> malformed(Kind.DECIMAL, row, breach)),
          row(
              "time",
              "a time is not UTC as in 2026-10-01T00:00:00Z",
              (row, breach) -> malformed(Kind.INSTANT, row, breach)),
          row(
              "json",
              "what should be a JSON object of names and plain values is not",
              (row, breach) -> malformed(Kind.PAIRS, row, breach)),
          row(
              "allowed-value",
              "the value is none of those that FOCUS allows",
              (row, breach) ->
                  ALLOWED.forEach((column, values) -> {
                    String text = row.text(column);
                    if (text != null && !values.contains(text)) {
                      breach.in(column);
                    }
                  })),
          row(
              "subcategory",
              "the subcategory is not of the category",
              (row, breach) -> {
                String text = row.text("ServiceSubcategory");
                if (text != null
                    && row.is("ServiceCategory", "AI and Machine Learning")
                        != OF_AI.contains(text)) {
                  breach.in("ServiceSubcategory");
                }
              }),
          row(
              "currency",
              "the currency is no ISO 4217 code",
              (row, breach) -> {
                String text = row.text("BillingCurrency");
                if (text != null && !CURRENCIES.contains(text)) {
                  breach.in("BillingCurrency");
                }
              }),
          row(
              "unit",
              "the unit is not written as in 1000 Requests or GB-Hours",
              (row, breach) -> {
                for (String column : List.of("PricingUnit", "ConsumedUnit")) {
                  String text = row.text(column);
                  if (text != null && !UNIT.matcher(text).matches()) {
                    breach.in(column);
                  }
                }
              }));

  private CellRules() {}

  private static void malformed(Kind kind, Row row, Rule.Breach breach) {
    for (Known known : Known.COLUMNS.values()) {
      if (known.kind() == kind && !row.isNull(known.name()) && !reads(known, row)) {
        breach.in(known.name());
      }
    }
  }

  private static boolean reads(Known known, Row row) {
    return switch (known.kind()) {
      case DECIMAL -> row.decimal(known.name()).isPresent();
      case INSTANT -> row.instant(known.name()).isPresent();
      case PAIRS -> Pairs.isOne(row.text(known.name()));
      case TEXT -> true;
    };
  }
}
