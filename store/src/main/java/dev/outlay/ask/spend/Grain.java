package dev.outlay.ask.spend;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How long a bucket of an answer is; weeks begin on Monday. All days are UTC. */
public enum Grain {
  day,
  week,
  month;

  /** The bucket that begins on that day. */
  Days bucket(LocalDate start) {
    return new Days(
        start,
        switch (this) {
          case day -> start.plusDays(1);
          case week -> start.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
          case month -> start.with(TemporalAdjusters.firstDayOfNextMonth());
        });
  }
}
