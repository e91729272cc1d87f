package dev.outlay.testkit.ask;

import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an ask comes to, worked out row by row.
 *
 * @param rows those of every width and cut
 * @param zone whose days are meant
 */
record Sum(List<Use> rows, ZoneId zone) {
  /**
   * Which rows are added up: of one connection or all, one width, one cut, some days of the zone.
   */
  record Part(String width, String cut, LocalDate from, LocalDate to, Predicate<Use> which) {}

  /** A bucket, where time is broken down, and the ids of the groups. */
  record Group(Optional<Instant> time, List<@Nullable String> ids) {}

  Map<Group, BigInteger> of(String measure, Part part, List<String> by, String grain) {
    Map<Group, BigInteger> sums = new HashMap<>();
    for (Use row : rows) {
      if (isIn(row, part)) {
        sums.merge(group(row, by, grain), row.sum(measure), BigInteger::add);
      }
    }
    return sums;
  }

  BigInteger total(String measure, Part part) {
    return of(measure, part, List.of(), "").values().stream()
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  private boolean isIn(Use row, Part part) {
    LocalDate day = row.at().atZone(zone).toLocalDate();
    return row.width().equals(part.width)
        && row.cut().equals(part.cut)
        && !day.isBefore(part.from)
        && day.isBefore(part.to)
        && part.which.test(row);
  }

  private Group group(Use row, List<String> by, String grain) {
    List<@Nullable String> ids = new ArrayList<>();
    by.forEach(each -> ids.add(id(row, each)));
    return new Group(grain.isEmpty() ? Optional.empty() : Optional.of(start(row.at(), grain)), ids);
  }

  private @Nullable String id(Use row, String dimension) {
    ZonedDateTime there = row.at().atZone(zone);
    return switch (dimension) {
      case "hour_of_day" -> String.valueOf(there.getHour());
      case "weekday" -> String.valueOf(there.getDayOfWeek().getValue());
      default -> row.is(dimension);
    };
  }

  private Instant start(Instant at, String grain) {
    return grain.equals("hour")
        ? at.truncatedTo(ChronoUnit.HOURS)
        : start(at.atZone(zone).toLocalDate(), grain, zone);
  }

  /** Where the day, its week or its month begins. */
  static Instant start(LocalDate day, String grain, ZoneId zone) {
    LocalDate first =
        switch (grain) {
          case "week" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
          case "month" -> day.withDayOfMonth(1);
          default -> day;
        };
    return first.atStartOfDay(zone).toInstant();
  }
}
