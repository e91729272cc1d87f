package dev.outlay.destinations.sql;

import static java.util.stream.Collectors.joining;

import dev.outlay.table.Scope;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;

/** A scope as a condition. */
public record SqlWhere(Spelling spelling, Table table) {
  private static final Instant FIRST = Instant.parse("1000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  /** True for all rows where the scope is everything. */
  public String of(Scope scope, String alias) {
    return scope.conditions().stream()
        .map(condition -> of(condition, alias + spelling.name(condition.column())))
        .collect(joining(" AND ", "1 = 1" + (scope.conditions().isEmpty() ? "" : " AND "), ""));
  }

  private String of(Scope.Condition condition, String column) {
    return switch (condition) {
      case Scope.Equal equal -> column + " = " + value(equal.value());
      case Scope.Among among -> any(column, " IN (", among.values(), "1 = 0");
      case Scope.Except except ->
          any(column, " NOT IN (", except.values(), column + " IS NOT NULL");
      case Scope.During during -> during(during, column);
    };
  }

  private String during(Scope.During during, String column) {
    boolean day = table.columns().get(table.indexOf(during.column())).type() == Type.Plain.DATE;
    Instant start = during.span().start();
    Instant end = during.span().end();
    return column
        + " >= "
        + (day ? value(dayFrom(start)) : value(start))
        + " AND "
        + column
        + " < "
        + (day ? value(dayFrom(end)) : value(end));
  }

  private String value(Object value) {
    return switch (value) {
      case String text -> spelling.text(text);
      case Instant at -> spelling.instant(storable(at));
      case LocalDate day -> spelling.date(day);
      default -> value.toString();
    };
  }

  private String any(String column, String test, Set<String> values, String none) {
    return values.isEmpty()
        ? none
        : new TreeSet<>(values)
            .stream().map(spelling::text).collect(joining(", ", column + test, ")"));
  }

  private static Instant storable(Instant at) {
    return at.isBefore(FIRST) ? FIRST : at.isAfter(LAST) ? LAST : at;
  }

  /** The first day that does not begin before that time. */
  private static LocalDate dayFrom(Instant time) {
    LocalDate day = LocalDate.ofInstant(storable(time), ZoneOffset.UTC);
    return day.atStartOfDay(ZoneOffset.UTC).toInstant().isBefore(storable(time))
        ? day.plusDays(1)
        : day;
  }
}
