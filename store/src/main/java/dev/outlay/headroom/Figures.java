package dev.outlay.headroom;

import dev.outlay.store.Line;
import dev.outlay.table.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** What was measured of one limit. */
record Figures(
    String key,
    String width,
    long buckets,
    Level p50,
    Level p95,
    Optional<BigDecimal> percentOfLast,
    Peak peak) {
  private static final Comparator<Peak> BY_PERCENT =
      Comparator.comparing(peak -> peak.percent().orElse(BigDecimal.ZERO));

  /** From a line of {@link UseSql#figures}. */
  static Figures of(Line line, Pick pick, Limit limit, Span period) {
    Instant time = line.instant(9).orElseThrow();
    long tokens = line.number(8).orElseThrow();
    return new Figures(
        line.name(0),
        pick.width(),
        line.number(1).orElseThrow(),
        new Level(pick.perMinute(line.number(2).orElseThrow()), Level.percent(line.number(4))),
        new Level(pick.perMinute(line.number(3).orElseThrow()), Level.percent(line.number(5))),
        limit.value(period).flatMap(last -> percent(line.number(6).orElseThrow(), pick, last)),
        new Peak(
            time,
            pick.width(),
            tokens,
            pick.perMinute(tokens),
            limit.at(time).orElse(0L),
            Level.percent(line.number(7))));
  }

  private static Optional<BigDecimal> percent(long tokens, Pick pick, long limit) {
    return limit == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(tokens)
                .movePointRight(2)
                .divide(new BigDecimal(pick.allowed(limit)), 4, RoundingMode.DOWN));
  }

  /** The same with the peak of finer buckets, where it is higher; nothing is added up. */
  Figures orHigher(Figures finer) {
    return new Figures(
        key,
        width,
        buckets,
        p50,
        p95,
        Stream.of(percentOfLast, finer.percentOfLast)
            .flatMap(Optional::stream)
            .max(Comparator.naturalOrder()),
        BY_PERCENT.compare(finer.peak, peak) >= 0 ? finer.peak : peak);
  }
}
