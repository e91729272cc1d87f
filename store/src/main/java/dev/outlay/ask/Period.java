package dev.outlay.ask;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which time is asked about: relative to now, or fixed. Today, which is not over, is part of {@code
 * 30d} and of the periods to date.
 *
 * @param text as it is written: {@code 30d}, {@code mtd}, {@code 2026-11-01..2026-11-30}, …
 */
public record Period(String text) {
  /** Those with a name; so many days or hours, and fixed ones, come on top. */
  public static final List<String> NAMES =
      List.of(
          "today",
          "yesterday",
          "24h",
          "7d",
          "30d",
          "90d",
          "365d",
          "mtd",
          "last_month",
          "qtd",
          "ytd");

  private static final Pattern COUNT = Pattern.compile("([1-9][0-9]{0,4})([hd])");
  private static final Pattern FIXED = Pattern.compile("([0-9].*?)\\.\\.([0-9].*)");
  private static final int LONGEST_DAYS = 3660;

  public Period {
    text = text.strip();
    if (!NAMES.contains(text) && !COUNT.matcher(text).matches()) {
      fixed(text, ZoneId.of("UTC"));
    }
  }

  /**
   * The time itself.
   *
   * @throws AskFault where it is empty or longer than ten years
   */
  public Stretch at(Instant now, ZoneId zone) {
    Stretch stretch = stretch(now, zone);
    if (stretch.dayCount() > LONGEST_DAYS) {
      throw new AskFault("the period " + text + " is longer than ten years");
    }
    return stretch;
  }

  private Stretch stretch(Instant now, ZoneId zone) {
    LocalDate today = now.atZone(zone).toLocalDate();
    LocalDate month = today.withDayOfMonth(1);
    return switch (text) {
      case "today" -> Stretch.days(today, today, zone);
      case "yesterday" -> Stretch.days(today.minusDays(1), today.minusDays(1), zone);
      case "mtd" -> Stretch.days(month, today, zone);
      case "last_month" -> Stretch.days(month.minusMonths(1), month.minusDays(1), zone);
      case "qtd" -> Stretch.days(today.with(IsoFields.DAY_OF_QUARTER, 1), today, zone);
      case "ytd" -> Stretch.days(today.withDayOfYear(1), today, zone);
      default -> counted(now, today, zone);
    };
  }

  private Stretch counted(Instant now, LocalDate today, ZoneId zone) {
    Matcher matcher = COUNT.matcher(text);
    if (!matcher.matches()) {
      return fixed(text, zone);
    }
    long count = Long.parseLong(matcher.group(1));
    if (matcher.group(2).equals("d")) {
      return Stretch.days(today.minusDays(count - 1), today, zone);
    }
    Instant end = now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    return new Stretch(end.minus(count, ChronoUnit.HOURS), end, zone);
  }

  private static Stretch fixed(String text, ZoneId zone) {
    Matcher matcher = FIXED.matcher(text);
    if (!matcher.matches()) {
      throw unreadable(text);
    }
    try {
      return matcher.group(1).contains("T")
          ? new Stretch(Instant.parse(matcher.group(1)), Instant.parse(matcher.group(2)), zone)
          : Stretch.days(
              LocalDate.parse(matcher.group(1)), LocalDate.parse(matcher.group(2)), zone);
    } catch (DateTimeException _) {
      throw unreadable(text);
    }
  }

  private static AskFault unreadable(String text) {
    return new AskFault(
        "the period "
            + text
            + " is none of "
            + String.join(", ", NAMES)
            + ", Nh, Nd, DAY..DAY or TIME..TIME in UTC",
        Nearest.to(text, NAMES));
  }

  @Override
  public String toString() {
    return text;
  }
}
