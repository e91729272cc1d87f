package dev.outlay.shape.focus.check;

import static dev.outlay.shape.focus.check.Rule.row;

import dev.outlay.table.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What holds for periods, which are half-open. */
final class TimeRules {
  static final String CHARGE = "ChargePeriod";
  private static final String BILLING = "BillingPeriod";

  static final List<Rule> ALL =
      List.of(
          row(
              "period-order",
              "a period does not end after it starts",
              (row, breach) -> {
                for (String period : List.of(CHARGE, BILLING)) {
                  if (isBackwards(row, period)) {
                    breach.in(period + "End");
                  }
                }
              }),
          row(
              "period-within",
              "the billing period, its end not included, does not hold the charge period",
              (row, breach) -> {
                if (!row.isCorrection() && isOutside(row)) {
                  breach.in(CHARGE + "Start");
                }
              }));

  private TimeRules() {}

  /** Empty where it cannot be read or runs backwards. */
  static Optional<Span> span(Row row, String period) {
    return row.instant(period + "Start")
        .flatMap(start -> row.instant(period + "End").flatMap(end -> Span.of(start, end)));
  }

  private static boolean isBackwards(Row row, String period) {
    Optional<Instant> start = row.instant(period + "Start");
    Optional<Instant> end = row.instant(period + "End");
    return start.isPresent() && end.isPresent() && !start.get().isBefore(end.get());
  }

  private static boolean isOutside(Row row) {
    return span(row, BILLING)
        .flatMap(billing ->
            span(row, CHARGE).map(charge -> !billing.intersect(charge).equals(Optional.of(charge))))
        .orElse(false);
  }
}
