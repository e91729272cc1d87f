package dev.outlay.people;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.outlay.store.Answers;
import dev.outlay.store.Line;
import dev.outlay.store.Literal;
import dev.outlay.table.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The usage that keys are joined with: one width and one cut of a connection, never two together.
 *
 * @param width 1d or 1h
 * @param cut the dimensions, comma-joined
 * @param time how much of the period it covers
 */
record KeyCut(String connection, String width, String cut, Duration time) {
  /** Prices need the tier most. */
  private static final Comparator<KeyCut> BEST =
      comparing((KeyCut each) -> each.has("service_tier"))
          .thenComparing(KeyCut::time)
          .thenComparing(KeyCut::cut);

  boolean has(String dimension) {
    return List.of(cut.split(",")).contains(dimension);
  }

  /** The column where it was asked for, or else a null of its type. */
  String column(String dimension) {
    return has(dimension) ? dimension : "NULL::VARCHAR";
  }

  /** By connection. */
  static Map<String, KeyCut> of(Answers answers, Span period) {
    String sql =
        """
        SELECT connection, bucket_width, grouped_by, span_start, span_end FROM coverage
        WHERE dataset = 'usage_report' AND bucket_width IN ('1d', '1h')
          AND list_contains(string_split(grouped_by, ','), 'api_key_id') AND list_contains(string_split(grouped_by, ','), 'model')
          AND span_start < %s AND span_end > %s ORDER BY ALL\
        """
            .formatted(Literal.of(period.end()), Literal.of(period.start()));
    Map<String, KeyCut> best = new LinkedHashMap<>();
    Line.of(answers, sql).stream()
        .collect(groupingBy(line -> line.name(0), LinkedHashMap::new, toList()))
        .forEach((connection, lines) ->
            choose(cuts(lines, period), period).ifPresent(cut -> best.put(connection, cut)));
    return best;
  }

  private static List<KeyCut> cuts(List<Line> lines, Span period) {
    return lines.stream()
        .collect(
            groupingBy(line -> List.of(line.name(1), line.name(2)), LinkedHashMap::new, toList()))
        .values()
        .stream()
        .map(spans -> joined(spans, period))
        .toList();
  }

  private static KeyCut joined(List<Line> spans, Span period) {
    Line one = spans.getFirst();
    Duration time =
        spans.stream()
            .flatMap(line ->
                new Span(line.instant(3).orElseThrow(), line.instant(4).orElseThrow())
                    .intersect(period).stream())
            .map(span -> Duration.between(span.start(), span.end()))
            .reduce(Duration.ZERO, Duration::plus);
    return new KeyCut(one.name(0), one.name(1), one.name(2), time);
  }

  /** Days, but hours for a period of other than whole UTC days where they cover it as well. */
  private static Optional<KeyCut> choose(List<KeyCut> cuts, Span period) {
    Optional<KeyCut> days = best(cuts, "1d");
    Optional<KeyCut> hours = best(cuts, "1h");
    boolean wholeDays = isMidnight(period.start()) && isMidnight(period.end());
    return wholeDays || hours.isEmpty()
        ? days.or(() -> hours)
        : hours.filter(hour -> covers(hour, days)).or(() -> days).or(() -> hours);
  }

  private static boolean covers(KeyCut hours, Optional<KeyCut> days) {
    return days.map(day -> hours.time.multipliedBy(10).compareTo(day.time.multipliedBy(9)) >= 0)
        .orElse(true);
  }

  private static Optional<KeyCut> best(List<KeyCut> cuts, String width) {
    return cuts.stream().filter(cut -> cut.width.equals(width)).max(BEST);
  }

  private static boolean isMidnight(Instant time) {
    return time.truncatedTo(ChronoUnit.DAYS).equals(time);
  }
}
