package dev.outlay.headroom;

import static java.util.stream.Collectors.toMap;

import dev.outlay.headroom.Measured.Question;
import dev.outlay.headroom.UseSql.Held;
import dev.outlay.store.Line;
import dev.outlay.table.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The course of one limit's use.
 *
 * @param limits of its connection, itself among them
 * @param points how many at most
 */
record Drawing(Question question, Map<String, Picks> picks, List<Limit> limits, int points) {

  Optional<LimitSeries> of(String key, Requests requests) {
    Limit limit = limits.stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow();
    Picks known = picks.getOrDefault(limit.connection(), Picks.NONE);
    Measured measured = Measured.of(question, known, List.of(limit));
    LimitUse told = new Telling(question.period(), question.places(), measured, requests).of(limit);
    return measured
        .pick()
        .filter(_ -> told.measurable())
        .map(pick -> new LimitSeries(told, pick.width(), seconds(pick), points(limit, pick)));
  }

  private List<SeriesPoint> points(Limit limit, Pick pick) {
    UseSql sql = question.sql(pick, limits);
    Held held = Measured.held(pick, List.of(limit)).getFirst();
    List<Line> lines =
        sql.members().groups().isEmpty()
            ? List.of()
            : Line.of(question.answers(), sql.series(held, seconds(pick)));
    Map<Instant, Line> used =
        lines.stream().collect(toMap(line -> start(line, pick), line -> line));
    List<SeriesPoint> points = new ArrayList<>();
    for (Span stretch : stretches(pick)) {
      Optional<Line> line = Optional.ofNullable(used.get(stretch.start()));
      if (line.isPresent() || isCovered(pick, stretch)) {
        points.add(
            new SeriesPoint(
                stretch.start(),
                line.flatMap(each -> each.number(1)).map(pick::perMinute).orElse(0L),
                line.flatMap(each -> each.number(2)).map(pick::perMinute).orElse(0L),
                limit.at(stretch.start())));
      }
    }
    return points;
  }

  private Instant start(Line line, Pick pick) {
    return question.period().start().plusSeconds(line.number(0).orElseThrow() * seconds(pick));
  }

  private List<Span> stretches(Pick pick) {
    List<Span> stretches = new ArrayList<>();
    Span period = question.period();
    Duration length = Duration.ofSeconds(seconds(pick));
    Instant end = question.now().isBefore(period.end()) ? question.now() : period.end();
    for (Instant at = period.start(); at.isBefore(end); at = at.plus(length)) {
      stretches.add(new Span(at, at.plus(length)));
    }
    return stretches;
  }

  private static boolean isCovered(Pick pick, Span stretch) {
    return pick.covered().stream().anyMatch(span -> span.intersect(stretch).isPresent());
  }

  /** The fewest whole buckets that leave no more points than wanted. */
  private long seconds(Pick pick) {
    long bucket = pick.length().toSeconds();
    long all = Duration.between(question.period().start(), question.period().end()).toSeconds();
    long buckets = Math.ceilDiv(Math.ceilDiv(all, bucket), points);
    return Math.max(1, buckets) * bucket;
  }
}
