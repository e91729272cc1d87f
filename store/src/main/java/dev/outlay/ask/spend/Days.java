package dev.outlay.ask.spend;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** UTC days, {@code from} included, {@code to} not; never empty. */
public record Days(LocalDate from, LocalDate to) {
  public Days {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("no day from " + from + " to before " + to);
    }
  }

  /** So many days of which the given one, which may not be over, is the last. */
  public static Days last(int count, LocalDate today) {
    return new Days(today.plusDays(1L - count), today.plusDays(1));
  }

  public long count() {
    return ChronoUnit.DAYS.between(from, to);
  }

  /** As many days, just before these. */
  public Days previous() {
    return new Days(from.minusDays(count()), from);
  }

  /** As many days, so much earlier. */
  Days earlier(long days) {
    return new Days(from.minusDays(days), to.minusDays(days));
  }

  /** These without what lies outside the others, with which they must have a day in common. */
  Days within(Days others) {
    return new Days(
        from.isBefore(others.from) ? others.from : from, to.isAfter(others.to) ? others.to : to);
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(to);
  }

  List<LocalDate> each() {
    return from.datesUntil(to).toList();
  }

  /** For people, with the last day as they name it: {@code 2026-11-01 to 2026-11-30}. */
  @Override
  public String toString() {
    return count() == 1 ? from.toString() : from + " to " + to.minusDays(1);
  }
}
