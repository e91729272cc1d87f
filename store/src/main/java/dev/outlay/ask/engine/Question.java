package dev.outlay.ask.engine;

import dev.outlay.ask.Ask;
import dev.outlay.ask.Stretch;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * An ask at a time.
 *
 * @param buckets of the period, in the zone of the ask
 * @param compared those of the time compared with
 */
record Question(Ask ask, Instant now, Buckets buckets, Optional<Buckets> compared) {
  static Question of(Ask ask, Instant now) {
    Stretch period = ask.period().at(now, ask.zone());
    Buckets buckets = Buckets.of(period, ask.grain());
    return new Question(
        ask, now, buckets, ask.compare().map(with -> buckets.compared(with, with.of(period))));
  }

  /** As the series can give them: what is known by UTC days only is taken by UTC days. */
  Buckets buckets(Series series) {
    return of(buckets, series);
  }

  Optional<Buckets> compared(Series series) {
    return compared.map(each -> of(each, series));
  }

  /** Whether the days of the zone are not those of the series. */
  boolean isMoved(Series series) {
    return !series.data().hasWidths()
        && !buckets.in(ZoneOffset.UTC).edges().equals(buckets.edges());
  }

  private static Buckets of(Buckets asked, Series series) {
    return series.data().hasWidths() ? asked : asked.in(ZoneOffset.UTC);
  }
}
