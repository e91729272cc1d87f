package dev.outlay.destinations.search;

import dev.outlay.table.Scope;
import dev.outlay.table.Span;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A scope as a query. Dates there know milliseconds and ours microseconds: the query finds a little
 * more, and {@link #holds} decides.
 */
record SearchScope(Table table, Scope scope) {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  Object query() {
    return Map.of(
        "bool", Map.of("filter", scope.conditions().stream().map(this::condition).toList()));
  }

  /** The fields whose texts decide. */
  Set<String> fields() {
    return scope.conditions().stream()
        .map(Scope.Condition::column)
        .filter(column -> type(column) == Type.Plain.INSTANT)
        .collect(Collectors.toSet());
  }

  boolean holds(Map<String, String> texts) {
    return scope.conditions().stream()
        .filter(condition -> texts.containsKey(condition.column()))
        .allMatch(condition -> holds(condition, Instant.parse(texts.get(condition.column()))));
  }

  private static boolean holds(Scope.Condition condition, Instant at) {
    return switch (condition) {
      case Scope.During during -> during.span().contains(at);
      case Scope.Equal equal -> equal.value().equals(at);
      default -> true;
    };
  }

  private Object condition(Scope.Condition condition) {
    return switch (condition) {
      case Scope.Equal(String column, Object value) -> equal(column, value);
      case Scope.Among among -> terms(among.column(), among.values());
      case Scope.Except except ->
          Map.of(
              "bool",
              Map.of(
                  "filter", List.of(Map.of("exists", Map.of("field", except.column()))),
                  "must_not", List.of(terms(except.column(), except.values()))));
      case Scope.During(String column, Span span) -> during(column, span);
    };
  }

  private static Object equal(String column, Object value) {
    return switch (value) {
      case BigDecimal decimal -> term(column + ".exact", Fields.text(decimal));
      case Instant at -> range(column, at, at.plusMillis(1));
      case LocalDate day -> term(column, day.toString());
      default -> term(column, value);
    };
  }

  private Object during(String column, Span span) {
    Instant end = storable(span.end());
    return type(column) == Type.Plain.DATE
        ? Map.of(
            "range",
            Map.of(column, Map.of("gte", dayFrom(storable(span.start())), "lt", dayFrom(end))))
        : range(column, span.start(), end.equals(LAST) ? LAST : end.plusNanos(999_999));
  }

  private static Object range(String column, Instant start, Instant end) {
    return Map.of(
        "range",
        Map.of(
            column,
            Map.of(
                "gte", storable(start).truncatedTo(ChronoUnit.MILLIS).toString(),
                "lt", storable(end).truncatedTo(ChronoUnit.MILLIS).toString(),
                "format", "strict_date_optional_time")));
  }

  private static Object term(String column, Object value) {
    return Map.of("term", Map.of(column, Map.of("value", value)));
  }

  private static Object terms(String column, Set<String> values) {
    return Map.of("terms", Map.of(column, values.stream().sorted().toList()));
  }

  private Type type(String column) {
    return table.columns().get(table.indexOf(column)).type();
  }

  private static Instant storable(Instant at) {
    return at.isBefore(FIRST) ? FIRST : at.isAfter(LAST) ? LAST : at;
  }

  /** The first day that does not begin before that time. */
  private static String dayFrom(Instant time) {
    LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC);
    boolean whole = day.atStartOfDay(ZoneOffset.UTC).toInstant().equals(time);
    return (whole ? day : day.plusDays(1)).toString();
  }
}
