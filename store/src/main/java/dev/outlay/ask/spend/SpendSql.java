package dev.outlay.ask.spend;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The SQL of a question about spend. Amounts are summed in cents, as they came, and never divided:
 * the engine's division would make binary fractions of them.
 */
record SpendSql(SpendAsk ask) {
  /** The groups, then the bucket, the cents and the cents before; ids and days may be null. */
  String groups() {
    return """
    SELECT %s%s AS bucket,
      sum(amount_cents) FILTER (WHERE day >= %s) AS cents,
      sum(amount_cents) FILTER (WHERE day < %s) AS previous_cents
    FROM (SELECT *, (bucket_start AT TIME ZONE 'UTC')::DATE AS day FROM cost_report
      WHERE %s AND currency IS NOT DISTINCT FROM %s)
    GROUP BY ALL\
    """
        .formatted(
            ids(),
            bucket(),
            date(ask.days()),
            date(ask.days()),
            during(ask.read()),
            text(ask.currency()));
  }

  /** What was spent in other currencies on the days asked for. */
  String otherCurrencies() {
    return """
    SELECT currency, sum(amount_cents) AS cents FROM cost_report
    WHERE %s AND currency IS DISTINCT FROM %s GROUP BY ALL ORDER BY ALL\
    """
        .formatted(during(ask.days()), text(ask.currency()));
  }

  private String ids() {
    return ask.by().stream()
        .flatMap(dimension -> Stream.of(dimension.column(), ", "))
        .collect(Collectors.joining());
  }

  /** A day before the period counts in the bucket of the day that it is compared with. */
  private String bucket() {
    String shifted = "if(day < %s, day + %d, day)".formatted(date(ask.days()), ask.days().count());
    return ask.grain()
        .map(grain -> "date_trunc('" + grain + "', " + shifted + ")::DATE")
        .orElse("NULL::DATE");
  }

  private static String during(Days days) {
    return "bucket_start >= TIMESTAMPTZ '%sT00:00:00Z' AND bucket_start < TIMESTAMPTZ '%sT00:00:00Z'"
        .formatted(days.from(), days.to());
  }

  private static String date(Days days) {
    return "DATE '" + days.from() + "'";
  }

  private static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
