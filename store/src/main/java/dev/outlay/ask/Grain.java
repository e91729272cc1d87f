package dev.outlay.ask;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How long a bucket of an answer is; weeks begin on Monday. All days are UTC. */
public enum Grain {
  DAY,
  WEEK,
  MONTH;

  /** The bucket that begins on that day. */
  Days bucket(LocalDate start) {
    return new Days(
        start,
        switch (this) {
          case DAY -> start.plusDays(1);
          case WEEK -> start.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
          case MONTH -> start.with(TemporalAdjusters.firstDayOfNextMonth());
        });
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
