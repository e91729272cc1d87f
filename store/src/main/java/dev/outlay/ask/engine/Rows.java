package dev.outlay.ask.engine;

import dev.outlay.ask.Condition;
import dev.outlay.ask.Dimension;
import dev.outlay.ask.Naming;
import dev.outlay.ask.Stretch;
import dev.outlay.ask.relation.Expr;
import dev.outlay.ask.relation.Expr.Operation;
import dev.outlay.ask.relation.Relation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a series in some time.
 *
 * @param lines what they are read from
 * @param asOf as was known at the end of that UTC day, or now
 */
record Rows(Series series, Lines lines, Stretch stretch, Optional<LocalDate> asOf) {
  Rows(Series series, Stretch stretch, Optional<LocalDate> asOf) {
    this(series, Lines.ROWS, stretch, asOf);
  }

  /** What is read, without any filter of the ask. */
  Relation relation(Expr where) {
    return every(asOf.map(Rows::known).map(known -> Expr.all(known, where)).orElse(where));
  }

  private Relation every(Expr where) {
    List<Expr> parts = new ArrayList<>();
    if (!series.width().isEmpty()) {
      parts.add(new Expr.Equal(Expr.column("bucket_width"), series.width()));
    }
    if (!series.cut().isEmpty()) {
      parts.add(new Expr.Equal(Expr.column("grouped_by"), series.cut()));
    }
    parts.add(new Expr.Not(before(stretch.from())));
    parts.add(before(stretch.to()));
    parts.add(where);
    return new Relation.Where(lines.scan(series.data(), asOf.isPresent()), new Expr.All(parts));
  }

  /** Every version of what is read. */
  Relation versions(Expr where) {
    return new Rows(series, stretch, Optional.of(LocalDate.EPOCH)).every(where);
  }

  /** Its time in seconds since 1970, of a column of that name. */
  Expr seconds(String column) {
    return series.data().hasDates()
        ? new Expr.DaySeconds(Expr.column(column))
        : new Expr.Seconds(Expr.column(column));
  }

  /** What the dimension is in a row; as text. */
  Expr raw(Dimension dimension, String timeColumn) {
    return switch (dimension.naming()) {
      case HOUR -> hour(local(timeColumn));
      case WEEKDAY -> weekday(local(timeColumn));
      default -> Expr.column(dimension.column(series.data()).orElseThrow());
    };
  }

  /** The values that a dimension of time can have. */
  static List<String> times(Naming naming) {
    return naming == Naming.HOUR ? numbers(0, 23) : numbers(1, 7);
  }

  private static List<String> numbers(int from, int to) {
    return java.util.stream.IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toList();
  }

  private static Expr hour(Expr local) {
    return new Expr.Written(
        calculated(Operation.MODULO, calculated(Operation.OVER, local, 3600), 24));
  }

  /** The first day of 1970 was a Thursday. */
  private static Expr weekday(Expr local) {
    Expr days = calculated(Operation.PLUS, calculated(Operation.OVER, local, 86_400), 3);
    return new Expr.Written(calculated(Operation.PLUS, calculated(Operation.MODULO, days, 7), 1));
  }

  private static Expr calculated(Operation operation, Expr left, long right) {
    return new Expr.Calculated(operation, left, new Expr.Whole(right));
  }

  /** Seconds as the clocks of the zone showed them. */
  private Expr local(String column) {
    Expr seconds = seconds(column);
    List<Expr.Branch> branches = new ArrayList<>();
    ZoneOffset offset = stretch.zone().getRules().getOffset(stretch.from());
    ZoneOffsetTransition next = stretch.zone().getRules().nextTransition(stretch.from());
    while (next != null && next.getInstant().isBefore(stretch.to())) {
      Expr until = new Expr.Whole(next.toEpochSecond());
      branches.add(new Expr.Branch(new Expr.Less(seconds, until), shifted(seconds, offset)));
      offset = next.getOffsetAfter();
      next = stretch.zone().getRules().nextTransition(next.getInstant());
    }
    Expr last = shifted(seconds, offset);
    return branches.isEmpty() ? last : new Expr.Choice(branches, List.of(last));
  }

  private static Expr shifted(Expr seconds, ZoneOffset offset) {
    return calculated(Operation.PLUS, seconds, offset.getTotalSeconds());
  }

  private Expr before(Instant time) {
    Expr column = Expr.column(series.data().time());
    return series.data().hasDates()
        ? new Expr.Less(column, new Expr.Day(time.atOffset(ZoneOffset.UTC).toLocalDate()))
        : new Expr.Less(column, new Expr.Time(time));
  }

  private static Expr known(LocalDate day) {
    Expr end = new Expr.Time(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    Expr closed = Expr.column("known_to");
    return Expr.all(
        new Expr.Less(Expr.column("known_from"), end),
        new Expr.Any(List.of(new Expr.Missing(closed), new Expr.Not(new Expr.Less(closed, end)))));
  }

  /** A test of a plain column. */
  static Expr test(Expr column, Condition.Test test, List<String> ids, boolean orMissing) {
    Expr among = new Expr.Among(column, ids);
    Expr missing = new Expr.Missing(column);
    return switch (test) {
      case EMPTY -> missing;
      case NOT_EMPTY -> new Expr.Not(missing);
      case IS, CONTAINS -> orMissing ? new Expr.Any(List.of(among, missing)) : among;
      case IS_NOT, CONTAINS_NOT ->
          orMissing
              ? Expr.all(new Expr.Not(missing), new Expr.Not(among))
              : new Expr.Any(List.of(missing, new Expr.Not(among)));
    };
  }
}
