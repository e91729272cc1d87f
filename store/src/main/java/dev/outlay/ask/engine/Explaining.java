package dev.outlay.ask.engine;

import dev.outlay.ask.Answer;
import dev.outlay.ask.Ask;
import dev.outlay.ask.AskFault;
import dev.outlay.ask.Condition;
import dev.outlay.ask.Explained;
import dev.outlay.ask.Explained.Revision;
import dev.outlay.ask.Figure;
import dev.outlay.ask.Filter;
import dev.outlay.ask.Period;
import dev.outlay.ask.Reach;
import dev.outlay.ask.Stretch;
import dev.outlay.ask.relation.Expr;
import dev.outlay.ask.relation.Expr.Operation;
import dev.outlay.ask.relation.Relation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Says how one figure comes to be: it is asked for alone, now and as it was believed before. */
record Explaining(Answering answering, Ask ask, Reach reach) {
  private static final int MOST_REVISIONS = 20;

  Explained of(Figure figure) {
    Ask alone = alone(figure);
    Sheet sheet = answering.sheet(alone, reach);
    Answer answer = sheet.answer(answering.version());
    return new Explained(
        answering.asking().catalogue().measure(figure.measure()),
        answer,
        sheet.pricing().used(),
        revisions(sheet, answer),
        alone);
  }

  private Ask alone(Figure figure) {
    if (!figure.groups().isEmpty() && figure.groups().size() != ask.by().size()) {
      throw new AskFault("a figure of this answer has " + ask.by().size() + " groups");
    }
    return ask.withMeasures(List.of(figure.measure()))
        .withBy(List.of())
        .withGrain(Optional.empty())
        .withCompare(Optional.empty())
        .withOrder(Optional.empty())
        .withLimit(Optional.empty())
        .withWhere(ask.where().and(groups(figure)))
        .withPeriod(figure.time().map(this::bucket).orElse(ask.period()));
  }

  private Filter groups(Figure figure) {
    List<Condition> conditions =
        IntStream.range(0, figure.groups().size())
            .mapToObj(i -> is(ask.by().get(i), figure.groups().get(i)))
            .toList();
    return conditions.isEmpty() ? Filter.NONE : new Filter(List.of(conditions));
  }

  private static Condition is(String dimension, @Nullable String id) {
    return id == null
        ? new Condition(dimension, Condition.Test.EMPTY, List.of())
        : new Condition(dimension, Condition.Test.IS, List.of(id));
  }

  private Period bucket(Instant time) {
    Buckets buckets = Question.of(ask, answering.asking().clock().instant()).buckets();
    int place = buckets.starts().indexOf(time);
    if (place < 0) {
      throw new AskFault("no bucket of this answer begins at " + time);
    }
    Stretch stretch = new Stretch(buckets.from(place), buckets.to(place), ask.zone());
    return new Period(
        stretch.isOfDays()
            ? stretch.firstDay() + ".." + stretch.lastDay()
            : stretch.from() + ".." + stretch.to());
  }

  private List<Revision> revisions(Sheet sheet, Answer answer) {
    List<LocalDate> days =
        answering.asking().place().history() ? List.copyOf(changes(sheet)) : List.of();
    List<Revision> revisions = new ArrayList<>();
    for (LocalDate day : days.subList(Math.max(0, days.size() - MOST_REVISIONS), days.size())) {
      Optional<Number> value =
          value(answering.answer(answer.ask().withAsOf(Optional.of(day)), reach));
      add(revisions, new Revision(start(day), Optional.empty(), value));
    }
    return revisions.size() > 1 ? revisions : List.of();
  }

  private static void add(List<Revision> revisions, Revision next) {
    if (revisions.isEmpty()) {
      revisions.add(next);
    } else if (!revisions.getLast().value().equals(next.value())) {
      Revision last = revisions.removeLast();
      revisions.add(new Revision(last.knownFrom(), Optional.of(next.knownFrom()), last.value()));
      revisions.add(next);
    }
  }

  private static Optional<Number> value(Answer answer) {
    return Optional.ofNullable(answer.totals().values().getFirst());
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The UTC days on which any row behind the figure came, changed or went. */
  private NavigableSet<LocalDate> changes(Sheet sheet) {
    NavigableSet<LocalDate> days = new TreeSet<>();
    LocalDate end = ask.asOf().orElse(LocalDate.MAX);
    for (Series series : sheet.plan().series()) {
      changes(sheet, series).stream().filter(day -> !day.isAfter(end)).forEach(days::add);
    }
    return days;
  }

  private List<LocalDate> changes(Sheet sheet, Series series) {
    Rows rows = new Rows(series, sheet.question().buckets(series).stretch(), Optional.empty());
    Expr where = sheet.cube().where(rows);
    Relation versions =
        new Relation.Grouped(
            rows.versions(where),
            List.of(
                new Relation.Named("a", day("known_from")),
                new Relation.Named("b", day("known_to"))),
            List.of());
    List<LocalDate> days = new ArrayList<>();
    Fetched.each(
        answering.answers(),
        answering.dialect().sql(versions),
        row -> {
          days.add(LocalDate.ofEpochDay(row.whole(0)));
          if (row.whole(1) > 0) {
            days.add(LocalDate.ofEpochDay(row.whole(1)));
          }
        });
    return days;
  }

  private static Expr day(String column) {
    return new Expr.Calculated(
        Operation.OVER, new Expr.Seconds(Expr.column(column)), new Expr.Whole(86_400));
  }
}
