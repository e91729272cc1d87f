package dev.outlay.ask.spend;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The SQL of a question about spend. Amounts are summed in cents, as they came, and never divided:
 * the engine's division would make binary fractions of them. The SQL is what DuckDB and PostgreSQL
 * have in common.
 */
record SpendSql(SpendAsk ask) {
  /** The groups, then the bucket, the cents and the cents before; ids and days may be null. */
  String groups() {
    return """
    SELECT %s%s AS bucket,
      sum(amount_cents) FILTER (WHERE day >= %s) AS cents,
      sum(amount_cents) FILTER (WHERE day < %s) AS previous_cents
    FROM (SELECT *, CAST(bucket_start AT TIME ZONE 'UTC' AS DATE) AS day FROM cost_report
      WHERE %s AND currency IS NOT DISTINCT FROM %s) AS costs
    GROUP BY %s\
    """
        .formatted(
            ids(),
            bucket(),
            date(ask.days()),
            date(ask.days()),
            during(ask.read()),
            text(ask.currency()),
            keys());
  }

  /** The places of the ids and of the bucket. */
  private String keys() {
    return IntStream.rangeClosed(1, ask.by().size() + 1)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", "));
  }

  /** What was spent in other currencies on the days asked for. */
  String otherCurrencies() {
    return """
    SELECT currency, sum(amount_cents) AS cents FROM cost_report
    WHERE %s AND currency IS DISTINCT FROM %s GROUP BY currency ORDER BY currency\
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
    String shifted =
        "CASE WHEN day < %s THEN day + %d ELSE day END"
            .formatted(date(ask.days()), ask.days().count());
    return ask.grain()
        .map(grain ->
            "CAST(date_trunc('" + grain + "', CAST(" + shifted + " AS TIMESTAMP)) AS DATE)")
        .orElse("CAST(NULL AS DATE)");
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
