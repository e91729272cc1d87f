package dev.outlay.ask.relation;

import dev.outlay.ask.relation.Expr.Operation;
import dev.outlay.ask.relation.Relation.Grouped;
import dev.outlay.ask.relation.Relation.Named;
import dev.outlay.ask.relation.Relation.Scan;
import dev.outlay.ask.relation.Relation.Where;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * SQL as engines have it in common; in what they differ, a dialect says how it is written there.
 * Constants stand in the text: a planner that knows them reads less. Nothing becomes a binary
 * fraction.
 */
abstract sealed class StandardSql implements Dialect permits DuckDb, Postgres {
  /** The whole seconds since 1970 of a time, in 64 bits. */
  abstract String seconds(String time);

  /** The seconds since 1970 at which a UTC day begins, in 64 bits. */
  abstract String daySeconds(String day);

  /** A quotient of whole numbers, without its fraction. */
  abstract String quotient(String left, String right);

  /** Of the schema that a session looks into. */
  @Override
  public final String tables() {
    return "SELECT DISTINCT table_name FROM information_schema.tables"
        + " WHERE table_schema = current_schema()";
  }

  @Override
  public final String sql(Relation relation) {
    return switch (relation) {
      case Scan scan -> "SELECT * FROM " + from(scan);
      case Where where -> "SELECT * FROM " + from(where);
      case Grouped grouped -> select(grouped);
    };
  }

  private String select(Grouped grouped) {
    String columns =
        Stream.concat(grouped.keys().stream(), grouped.values().stream())
            .map(this::named)
            .collect(Collectors.joining(", "));
    String keys =
        grouped.keys().stream()
            .map(key -> String.valueOf(grouped.keys().indexOf(key) + 1))
            .collect(Collectors.joining(", "));
    return "SELECT "
        + columns
        + " FROM "
        + from(grouped.of())
        + (keys.isEmpty() ? "" : " GROUP BY " + keys);
  }

  private String from(Relation relation) {
    return switch (relation) {
      case Scan scan ->
          (scan.schema().isEmpty() ? "" : name(scan.schema()) + ".") + name(scan.table());
      case Where(Relation of, Expr condition) -> from(of) + " WHERE " + of(condition);
      case Grouped grouped -> "(" + select(grouped) + ") AS grouped";
    };
  }

  private String named(Named named) {
    return of(named.expr()) + " AS " + name(named.name());
  }

  private String of(Expr expr) {
    return switch (expr) {
      case Expr.Column(String name) -> name(name);
      case Expr.Whole(long value) -> Long.toString(value);
      case Expr.Text(String value) -> text(value);
      case Expr.Time time -> "TIMESTAMPTZ " + text(time.value().toString());
      case Expr.Day day -> "DATE " + text(day.value().toString());
      case Expr.Seconds(Expr time) -> seconds(of(time));
      case Expr.DaySeconds(Expr day) -> daySeconds(of(day));
      case Expr.Written(Expr number) -> "CAST(" + of(number) + " AS VARCHAR)";
      case Expr.Calculated(Operation operation, Expr left, Expr right) ->
          calculated(operation, of(left), of(right));
      case Expr.Choice choice -> choice(choice);
      case Expr.Less(Expr left, Expr right) -> "(" + of(left) + " < " + of(right) + ")";
      case Expr.Equal(Expr value, String text) -> "(" + of(value) + " = " + text(text) + ")";
      case Expr.Among among -> among(among);
      case Expr.Sure(Expr part) -> "coalesce(" + of(part) + ", FALSE)";
      case Expr.Missing(Expr value) -> "(" + of(value) + " IS NULL)";
      case Expr.All(List<Expr> parts) -> joined(parts, " AND ", "TRUE");
      case Expr.Any(List<Expr> parts) -> joined(parts, " OR ", "FALSE");
      case Expr.Not(Expr part) -> "(NOT " + of(part) + ")";
      case Expr.Sum(Expr value) -> "sum(" + of(value) + ")";
      case Expr.Together(List<Expr> values) -> together(values.stream().map(this::of).toList());
      case Expr.Rows() -> "count(*)";
      case Expr.Minimum(Expr value) -> "min(" + of(value) + ")";
      case Expr.Different(List<Expr> values) -> "count(DISTINCT " + row(values) + ")";
    };
  }

  private static String together(List<String> values) {
    return values.size() == 1
        ? values.getFirst()
        : "CASE WHEN coalesce("
            + String.join(", ", values)
            + ") IS NOT NULL THEN "
            + values.stream()
                .map(each -> "coalesce(" + each + ", 0)")
                .collect(Collectors.joining(" + "))
            + " END";
  }

  private String row(List<Expr> values) {
    return values.size() == 1
        ? of(values.getFirst())
        : "CASE WHEN "
            + values.stream()
                .map(each -> of(each) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "))
            + " THEN row("
            + values.stream().map(this::of).collect(Collectors.joining(", "))
            + ") END";
  }

  /** No row has a text with a zero character: no engine reads it, and the API does not send it. */
  private String among(Expr.Among among) {
    String texts =
        among.texts().stream()
            .filter(text -> text.indexOf('\0') < 0)
            .map(StandardSql::text)
            .collect(Collectors.joining(", "));
    return texts.isEmpty() ? "FALSE" : "(" + of(among.value()) + " IN (" + texts + "))";
  }

  private String choice(Expr.Choice choice) {
    return Stream.concat(
            choice.branches().stream()
                .map(each -> "WHEN " + of(each.when()) + " THEN " + of(each.then())),
            choice.otherwise().stream().map(each -> "ELSE " + of(each)))
        .collect(Collectors.joining(" ", "CASE ", " END"));
  }

  private String joined(List<Expr> parts, String with, String none) {
    return parts.isEmpty()
        ? none
        : parts.stream().map(this::of).collect(Collectors.joining(with, "(", ")"));
  }

  private String calculated(Operation operation, String left, String right) {
    return switch (operation) {
      case PLUS -> "(" + left + " + " + right + ")";
      case MINUS -> "(" + left + " - " + right + ")";
      case OVER -> quotient(left, right);
      case MODULO -> "(" + left + " % " + right + ")";
    };
  }

  private static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A text that stands for itself: sessions read backslashes as the standard does. */
  private static String text(String text) {
    return "'" + Objects.requireNonNull(text).replace("'", "''") + "'";
  }
}
