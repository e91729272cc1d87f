package dev.outlay.ask;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * With which other time the period is compared.
 *
 * @param text {@code previous} (as many days, or as much time, just before), {@code last_month}
 *     (the same days of the month before) or {@code DAY..DAY}
 */
public record Comparison(String text) {
  public static final Comparison PREVIOUS = new Comparison("previous");
  public static final Comparison LAST_MONTH = new Comparison("last_month");

  public Comparison {
    text = text.strip();
    if (!text.equals("previous")
        && !text.equals("last_month")
        && !text.matches("[0-9].*[.][.].*")) {
      throw new AskFault("compare " + text + " is none of previous, last_month or DAY..DAY");
    }
    if (text.contains("..")) {
      new Period(text).at(java.time.Instant.EPOCH, ZoneId.of("UTC"));
    }
  }

  /** The other time. */
  public Stretch of(Stretch period) {
    return switch (text) {
      case "previous", "last_month" ->
          new Stretch(
              moved(period.start(), period).toInstant(),
              moved(period.end(), period).toInstant(),
              period.zone());
      default -> new Period(text).at(period.from(), period.zone());
    };
  }

  /** Where in the other time a time of the period has its counterpart. */
  public ZonedDateTime moved(ZonedDateTime time, Stretch period) {
    return switch (text) {
      case "previous" ->
          period.isOfDays() ? daysEarlier(time, period.dayCount()) : time.minus(period.length());
      case "last_month" -> monthEarlier(time);
      default -> custom(time, period);
    };
  }

  private ZonedDateTime custom(ZonedDateTime time, Stretch period) {
    Stretch other = of(period);
    return period.isOfDays() && other.isOfDays()
        ? daysEarlier(time, ChronoUnit.DAYS.between(other.firstDay(), period.firstDay()))
        : time.minus(Duration.between(other.from(), period.from()));
  }

  private static ZonedDateTime daysEarlier(ZonedDateTime time, long days) {
    return at(time, time.toLocalDate().minusDays(days));
  }

  /** A day that the month before does not have stands at its end, so that none counts twice. */
  private static ZonedDateTime monthEarlier(ZonedDateTime time) {
    LocalDate day = time.toLocalDate();
    LocalDate before = day.minusMonths(1);
    boolean same = before.getDayOfMonth() == day.getDayOfMonth();
    return at(time, same ? before : day.withDayOfMonth(1));
  }

  /** The same time of that day; the day begins when it begins there. */
  private static ZonedDateTime at(ZonedDateTime time, LocalDate day) {
    Duration since = Duration.between(time.toLocalDate().atStartOfDay(time.getZone()), time);
    return day.atStartOfDay(time.getZone()).plus(since);
  }

  @Override
  public String toString() {
    return text;
  }
}
