package dev.outlay.people;

import static java.util.stream.Collectors.joining;

import dev.outlay.store.Answers;
import dev.outlay.store.Line;
import dev.outlay.store.Literal;
import dev.outlay.store.Tables;
import dev.outlay.table.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the analytics reports say keys cost, where they were collected.
 *
 * @param spans by connection: whole days with complete figures
 * @param usd by connection and key
 */
record Billed(Map<String, List<Span>> spans, Map<Directory.Ref, BigDecimal> usd) {
  static Billed of(Answers answers, Tables tables, Span period, Sight sight) {
    if (!tables.has("analytics_cost")) {
      return new Billed(Map.of(), Map.of());
    }
    Map<String, List<Span>> spans = spans(answers, period);
    Map<Directory.Ref, BigDecimal> usd = new HashMap<>();
    spans.forEach((connection, days) -> usd.putAll(sums(answers, connection, days, sight)));
    return new Billed(spans, usd);
  }

  /** Whether a bucket is among the days with billed figures, as an SQL condition. */
  String condition(String connection) {
    List<Span> days = spans.getOrDefault(connection, List.of());
    return days.isEmpty() ? "false" : within(days);
  }

  Optional<BigDecimal> of(String connection, String key) {
    return Optional.ofNullable(usd.get(new Directory.Ref(connection, key)));
  }

  /** Days that came before the figures were complete are left to the estimate. */
  private static Map<String, List<Span>> spans(Answers answers, Span period) {
    String sql =
        """
        SELECT c.connection, c.span_start, least(c.span_end, r.refreshed) FROM coverage c
        JOIN (SELECT connection, max(data_refreshed_at) AS refreshed FROM analytics_cost GROUP BY ALL) r USING (connection)
        WHERE c.dataset = 'analytics_cost' ORDER BY ALL\
        """;
    Map<String, List<Span>> spans = new HashMap<>();
    for (Line line : Line.of(answers, sql)) {
      days(line, period)
          .ifPresent(span -> spans.computeIfAbsent(line.name(0), _ -> new ArrayList<>()).add(span));
    }
    return spans;
  }

  private static Optional<Span> days(Line line, Span period) {
    Instant start = line.instant(1).orElseThrow();
    return line.instant(2)
        .map(end -> end.truncatedTo(ChronoUnit.DAYS))
        .flatMap(end -> Span.of(start, end))
        .flatMap(period::intersect)
        .flatMap(span -> Span.of(ceiling(span.start()), span.end().truncatedTo(ChronoUnit.DAYS)));
  }

  private static Instant ceiling(Instant time) {
    Instant day = time.truncatedTo(ChronoUnit.DAYS);
    return day.equals(time) ? day : day.plus(1, ChronoUnit.DAYS);
  }

  private static Map<Directory.Ref, BigDecimal> sums(
      Answers answers, String connection, List<Span> days, Sight sight) {
    Map<Directory.Ref, BigDecimal> sums = new HashMap<>();
    Line.of(
            answers,
            "SELECT api_key_id, sum(amount_usd) FROM analytics_cost WHERE api_key_id IS NOT NULL AND currency = 'USD' AND "
                + sight.condition()
                + " AND connection = "
                + Literal.of(connection)
                + " AND ("
                + within(days)
                + ") GROUP BY ALL")
        .forEach(line ->
            line.decimal(1)
                .ifPresent(sum -> sums.put(new Directory.Ref(connection, line.name(0)), sum)));
    return sums;
  }

  private static String within(List<Span> days) {
    return days.stream()
        .map(span ->
            "(bucket_start >= "
                + Literal.of(span.start())
                + " AND bucket_start < "
                + Literal.of(span.end())
                + ")")
        .collect(joining(" OR "));
  }
}
