package dev.outlay.headroom;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.outlay.store.Answers;
import dev.outlay.store.Line;
import dev.outlay.store.Literal;
import dev.outlay.table.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which usage to read: minutes where they cover the period, hours where only these reach so far
 * back, and then the minutes there are besides.
 *
 * @param all of one connection, at most one a width
 */
record Picks(List<Pick> all) {
  static final Picks NONE = new Picks(List.of());

  /** What can be read of the period, by connection. */
  static Map<String, Picks> of(Answers answers, Span period) {
    String sql =
        """
        SELECT connection, bucket_width, grouped_by, filter, span_start, span_end FROM coverage
        WHERE dataset = 'usage_report' AND bucket_width IN ('1m', '1h')
          AND span_start < %s AND span_end > %s ORDER BY ALL\
        """
            .formatted(Literal.of(period.end()), Literal.of(period.start()));
    return Line.of(answers, sql).stream()
        .collect(
            groupingBy(
                line -> line.name(0),
                LinkedHashMap::new,
                collectingAndThen(toList(), lines -> of(lines, period))));
  }

  private static Picks of(List<Line> lines, Span period) {
    List<Pick> picks =
        lines.stream()
            .collect(
                groupingBy(
                    line -> List.of(line.name(1), line.name(2)), LinkedHashMap::new, toList()))
            .values()
            .stream()
            .map(parts -> pick(parts, period))
            .filter(pick -> pick.has("model"))
            .toList();
    return new Picks(
        List.of(Pick.MINUTE, Pick.HOUR).stream()
            .flatMap(width -> best(picks, width).stream())
            .toList());
  }

  private static Optional<Pick> best(List<Pick> picks, String width) {
    return picks.stream()
        .filter(pick -> pick.width().equals(width))
        .max(
            comparing((Pick pick) -> pick.has("workspace_id"))
                .thenComparing(Pick::time)
                .thenComparingInt(Pick::keen));
  }

  private static Pick pick(List<Line> parts, Span period) {
    Line one = parts.getFirst();
    return new Pick(
        one.name(0),
        one.name(1),
        one.name(2),
        parts.stream().flatMap(part -> within(part, period).stream()).toList(),
        parts.stream().anyMatch(part -> !part.text(3).orElse("").isEmpty()));
  }

  private static Optional<Span> within(Line part, Span period) {
    return Span.of(part.instant(4).orElseThrow(), part.instant(5).orElseThrow())
        .flatMap(period::intersect);
  }

  /** What the whole of the figures rests on. */
  Optional<Pick> main() {
    return of(Pick.MINUTE)
        .filter(minute -> of(Pick.HOUR).map(minute::coversLike).orElse(true))
        .or(() -> of(Pick.HOUR))
        .or(() -> of(Pick.MINUTE));
  }

  /** Minutes that may show a higher peak than the hours that the rest rests on. */
  Optional<Pick> finer() {
    return of(Pick.MINUTE).filter(minute -> !main().equals(Optional.of(minute)));
  }

  private Optional<Pick> of(String width) {
    return all.stream().filter(pick -> pick.width().equals(width)).findFirst();
  }
}
