package dev.outlay.server.api;

import dev.outlay.ask.Ask;
import dev.outlay.ask.Condition;
import dev.outlay.ask.Filter;
import dev.outlay.ask.Grain;
import dev.outlay.ask.Period;
import dev.outlay.ask.Stretch;
import dev.outlay.server.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One number of an ask's answer.
 *
 * @param ask the whole ask
 * @param measure which of its measures
 * @param time the bucket, where there are any
 * @param groups the ids of the row, empty for none; nothing where all groups are meant
 */
record Cell(Ask ask, String measure, Optional<Instant> time, Optional<String> groups) {
  /** The ask that has this number as its only one. */
  Ask alone(Instant now) {
    return ask.withMeasures(List.of(measure))
        .withBy(List.of())
        .withWhere(ask.where().and(filter()))
        .withGrain(Optional.empty())
        .withPeriod(period(now))
        .withCompare(Optional.empty())
        .withOrder(Optional.empty())
        .withLimit(Optional.empty());
  }

  /** The time it is about. */
  Stretch stretch(Instant now) {
    return period(now).at(now, ask.zone());
  }

  private Period period(Instant now) {
    if (time.isEmpty()) {
      return ask.period();
    }
    Grain grain =
        ask.grain()
            .orElseThrow(() -> Refusal.parameter("time", "makes no sense without grain", ""));
    Stretch whole = ask.period().at(now, ask.zone());
    ZonedDateTime start = grain.start(time.get().atZone(ask.zone()));
    Instant from = later(start.toInstant(), whole.from());
    Instant to = earlier(grain.next(start).toInstant(), whole.to());
    if (!from.isBefore(to)) {
      throw Refusal.parameter("time", "lies outside of the period", "");
    }
    return period(new Stretch(from, to, ask.zone()));
  }

  private static Period period(Stretch stretch) {
    return new Period(
        stretch.isOfDays()
            ? stretch.firstDay() + ".." + stretch.lastDay()
            : stretch.from() + ".." + stretch.to());
  }

  private Filter filter() {
    if (groups.isEmpty() || ask.by().isEmpty()) {
      return Filter.NONE;
    }
    List<String> ids = ids(groups.get());
    if (ids.size() != ask.by().size()) {
      throw Refusal.parameter(
          "groups", "takes one id for each of " + String.join(", ", ask.by()), "");
    }
    List<Condition> conditions = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      conditions.add(condition(ask.by().get(i), ids.get(i)));
    }
    return new Filter(List.of(conditions));
  }

  private static Condition condition(String dimension, String id) {
    return id.isEmpty()
        ? new Condition(dimension, Condition.Test.EMPTY, List.of())
        : new Condition(dimension, Condition.Test.IS, List.of(id));
  }

  /** Separated by commas, except in quotes. */
  private static List<String> ids(String text) {
    List<String> ids = new ArrayList<>();
    StringBuilder id = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (quoted && sign == '\\' && i + 1 < text.length()) {
        id.append(text.charAt(++i));
      } else if (sign == '"') {
        quoted = !quoted;
      } else if (sign == ',' && !quoted) {
        ids.add(id.toString());
        id.setLength(0);
      } else {
        id.append(sign);
      }
    }
    ids.add(id.toString());
    return ids;
  }

  static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, java.time.ZoneOffset.UTC);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
