package dev.outlay.ask;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;

/** How long a bucket of an answer is; weeks begin on Monday. */
public enum Grain {
  minute,
  hour,
  day,
  week,
  month;

  /** The grain of that name. */
  public static Grain named(String name) {
    return Arrays.stream(values())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            AskFault.unknown("grain", name, Arrays.stream(values()).map(Enum::name).toList()));
  }

  /** Whether its buckets are made of whole days. */
  public boolean isOfDays() {
    return compareTo(day) >= 0;
  }

  /** The start of the bucket that holds that time. */
  public ZonedDateTime start(ZonedDateTime time) {
    ZonedDateTime midnight = time.toLocalDate().atStartOfDay(time.getZone());
    return switch (this) {
      case minute -> time.truncatedTo(ChronoUnit.MINUTES);
      case hour -> time.minusNanos(Duration.between(midnight, time).toNanos() % HOUR);
      case day -> midnight;
      case week -> midnight.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case month -> midnight.with(TemporalAdjusters.firstDayOfMonth());
    };
  }

  /** The start of the bucket behind the one that starts there. */
  public ZonedDateTime next(ZonedDateTime start) {
    return switch (this) {
      case minute -> start.plus(1, ChronoUnit.MINUTES);
      case hour -> start.plus(1, ChronoUnit.HOURS);
      case day -> start.toLocalDate().plusDays(1).atStartOfDay(start.getZone());
      case week -> start.toLocalDate().plusWeeks(1).atStartOfDay(start.getZone());
      case month -> start.toLocalDate().plusMonths(1).atStartOfDay(start.getZone());
    };
  }

  private static final long HOUR = Duration.ofHours(1).toNanos();
}
