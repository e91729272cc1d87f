package dev.outlay.dataset;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** When figures can no longer change in the usual way. All times UTC. */
public sealed interface Settle {
  /** Every closed month is read once more on this day of the next. */
  int DAY_OF_FINAL_READ = 4;

  /** Everything that ended before this is settled when it is read at the given time. */
  Instant settledTo(Instant readAt);

  /** So long after the end of the bucket. */
  record After(Duration delay) implements Settle {
    @Override
    public Instant settledTo(Instant readAt) {
      return readAt.minus(delay);
    }
  }

  /** So long after the end of the month the bucket is in. */
  record AfterMonth(Duration delay) implements Settle {
    @Override
    public Instant settledTo(Instant readAt) {
      return startOfMonth(readAt.minus(delay));
    }
  }

  /** Everything before this is in a month that was closed for good at the given time. */
  static Instant finalTo(Instant readAt) {
    LocalDate day = LocalDate.ofInstant(readAt, ZoneOffset.UTC);
    YearMonth month = YearMonth.from(day);
    return start(day.getDayOfMonth() >= DAY_OF_FINAL_READ ? month : month.minusMonths(1));
  }

  private static Instant startOfMonth(Instant time) {
    return start(YearMonth.from(LocalDate.ofInstant(time, ZoneOffset.UTC)));
  }

  private static Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
