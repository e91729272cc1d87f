package dev.outlay.headroom;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toSet;

import dev.outlay.store.Answers;
import dev.outlay.store.Line;
import dev.outlay.store.Literal;
import dev.outlay.store.Tables;
import dev.outlay.table.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the analytics reports say of requests: a number a day, from which no peak can be told, but
 * the busiest day is better than nothing.
 *
 * @param days by connection, each a day, model, workspace and number
 */
record Requests(Map<String, List<Line>> days) {
  static Requests of(Answers answers, Tables tables, Span period) {
    return tables.has("analytics_usage")
        ? new Requests(
            Line.of(answers, sql(period)).stream().collect(groupingBy(line -> line.name(0))))
        : new Requests(Map.of());
  }

  private static String sql(Span period) {
    return """
    SELECT connection, bucket_start, model, workspace_id, sum(requests) FROM analytics_usage
    WHERE bucket_width = '1d' AND bucket_start >= %s AND bucket_start < %s AND requests IS NOT NULL AND model IS NOT NULL
    GROUP BY ALL\
    """
        .formatted(Literal.of(period.start()), Literal.of(period.end()));
  }

  /** The busiest day of that limit, in words. */
  Optional<String> busiest(Limit limit, Optional<String> defaultWorkspace) {
    List<Line> lines = days.getOrDefault(limit.connection(), List.of());
    Members members =
        Members.of(
            List.of(limit), List.copyOf(lines.stream().map(line -> line.name(2)).collect(toSet())));
    Map<Instant, Long> totals =
        lines.stream()
            .filter(line -> members.groups().containsKey(line.name(2)))
            .filter(line -> counts(limit, line.text(3).or(() -> defaultWorkspace)))
            .collect(
                groupingBy(
                    line -> line.instant(1).orElseThrow(),
                    summingLong(line -> line.number(4).orElse(0L))));
    return totals.entrySet().stream().max(Map.Entry.comparingByValue()).map(Requests::words);
  }

  private static boolean counts(Limit limit, Optional<String> workspace) {
    return limit.workspace().isEmpty() || limit.workspace().equals(workspace);
  }

  private static String words(Map.Entry<Instant, Long> day) {
    return " Analytics count them by the day: at most %d, on %s."
        .formatted(day.getValue(), LocalDate.ofInstant(day.getKey(), ZoneOffset.UTC));
  }
}
