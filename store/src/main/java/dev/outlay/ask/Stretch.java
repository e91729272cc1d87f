package dev.outlay.ask;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * A stretch of time as it is seen in a zone.
 *
 * @param from its start
 * @param to its end, not included; after its start
 * @param zone whose days and hours are meant
 */
public record Stretch(Instant from, Instant to, ZoneId zone) {
  public Stretch {
    if (!from.isBefore(to)) {
      throw new AskFault("the period from " + from + " to " + to + " is empty");
    }
  }

  /** Days of the zone, the last included. */
  static Stretch days(LocalDate first, LocalDate last, ZoneId zone) {
    if (last.isBefore(first)) {
      throw new AskFault("the period from " + first + " to " + last + " is empty");
    }
    return new Stretch(
        first.atStartOfDay(zone).toInstant(),
        last.plusDays(1).atStartOfDay(zone).toInstant(),
        zone);
  }

  /** Whether it begins and ends with a day. */
  public boolean isOfDays() {
    return isMidnight(start()) && isMidnight(end());
  }

  public ZonedDateTime start() {
    return from.atZone(zone);
  }

  public ZonedDateTime end() {
    return to.atZone(zone);
  }

  /** Its first day. */
  public LocalDate firstDay() {
    return start().toLocalDate();
  }

  /** Its last day, of which it may hold a part only. */
  public LocalDate lastDay() {
    return to.minusNanos(1).atZone(zone).toLocalDate();
  }

  /** How many days it touches. */
  public long dayCount() {
    return ChronoUnit.DAYS.between(firstDay(), lastDay()) + 1;
  }

  public Duration length() {
    return Duration.between(from, to);
  }

  /** The same days, or those that it touches, in another zone. */
  public Stretch in(ZoneId other) {
    return days(firstDay(), lastDay(), other);
  }

  /** For people: {@code 2026-11-01 to 2026-11-30}, or the two times. */
  public String text() {
    if (!isOfDays()) {
      return start().toLocalDateTime() + " to " + end().toLocalDateTime();
    }
    return firstDay().equals(lastDay()) ? firstDay().toString() : firstDay() + " to " + lastDay();
  }

  private static boolean isMidnight(ZonedDateTime time) {
    return time.toLocalDate().atStartOfDay(time.getZone()).equals(time)
        || time.toLocalTime().equals(LocalTime.MIDNIGHT);
  }
}
