package dev.outlay.store;

import dev.outlay.table.Scope;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Names and values as SQL text. Constants, not parameters: DuckDB prunes by them when planning. */
final class Sql {
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  private Sql() {}

  static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  static String instant(Instant instant) {
    return "TIMESTAMPTZ '"
        + INSTANT.format(storable(instant).truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
        + "+00'";
  }

  /**
   * The same, or the nearest that the engine can hold: the ends of time stand for always and never.
   */
  static Instant storable(Instant instant) {
    if (instant.isBefore(FIRST)) {
      return FIRST;
    }
    return instant.isAfter(LAST) ? LAST : instant;
  }

  /** Whole microseconds since 1970. */
  static long micros(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1000);
  }

  static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000);
  }

  static String value(Object value) {
    return switch (value) {
      case String text -> text(text);
      case Instant instant -> instant(instant);
      case LocalDate day -> "DATE '" + day + "'";
      default -> value.toString();
    };
  }

  /** The rows of the scope; {@code TRUE} for all. */
  static String where(Scope scope, Table table) {
    return scope.conditions().isEmpty()
        ? "TRUE"
        : scope.conditions().stream()
            .map(condition -> where(condition, table, ""))
            .collect(Collectors.joining(" AND "));
  }

  /** One condition, the column behind the given alias and dot. */
  static String where(Scope.Condition condition, Table table, String alias) {
    String column = alias + name(condition.column());
    return switch (condition) {
      case Scope.Equal equal -> column + " = " + value(equal.value());
      case Scope.Among among -> any(column, " IN (", among.values(), "FALSE");
      case Scope.Except except ->
          any(column, " NOT IN (", except.values(), column + " IS NOT NULL");
      case Scope.During during ->
          "NOT "
              + isBefore(during, table, alias, during.span().start())
              + " AND "
              + isBefore(during, table, alias, during.span().end());
    };
  }

  /** Whether the time of the row is before that, in the column's own type so that it prunes. */
  static String isBefore(Scope.During during, Table table, String alias, Instant time) {
    return "(" + alias + name(during.column()) + " < " + time(during, table, time) + ")";
  }

  /** The time as the column has it: a day where it holds days. */
  static String time(Scope.During during, Table table, Instant time) {
    boolean day = table.columns().get(table.indexOf(during.column())).type() == Type.Plain.DATE;
    return day ? value(dayFrom(time)) : instant(time);
  }

  /** The first day that does not begin before that time. */
  private static LocalDate dayFrom(Instant time) {
    LocalDate day = LocalDate.ofInstant(storable(time), ZoneOffset.UTC);
    return day.atStartOfDay(ZoneOffset.UTC).toInstant().isBefore(storable(time))
        ? day.plusDays(1)
        : day;
  }

  private static String any(String column, String test, Collection<String> values, String none) {
    return values.isEmpty()
        ? none
        : new TreeSet<>(values)
            .stream().map(Sql::text).collect(Collectors.joining(", ", column + test, ")"));
  }
}
