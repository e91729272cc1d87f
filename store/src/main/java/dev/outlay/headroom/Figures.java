package dev.outlay.headroom;

import dev.outlay.store.Line;
import java.math.BigDecimal;
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
  static Figures of(Line line, String width) {
    return new Figures(
        line.name(0),
        width,
        line.number(1).orElse(0L),
        new Level(line.number(4).orElse(0L), Level.percent(line.number(2))),
        new Level(line.number(5).orElse(0L), Level.percent(line.number(3))),
        Level.percent(line.number(6)),
        new Peak(
            line.instant(7).orElseThrow(),
            width,
            line.number(8).orElse(0L),
            line.number(9).orElse(0L),
            line.number(10).orElse(0L),
            Level.percent(line.number(11))));
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
