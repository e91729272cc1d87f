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
 * DuckDB's SQL. Constants stand in the text, because it prunes by them when planning. Sums of whole
 * numbers are 128 bits wide and sums of decimals keep their scale; nothing becomes a binary
 * fraction.
 */
public final class DuckDb implements Dialect {
  @Override
  public String sql(Relation relation) {
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
      case Grouped grouped -> "(" + select(grouped) + ")";
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
      case Expr.Seconds(Expr time) -> "(epoch_us(" + of(time) + ") // 1000000)";
      case Expr.DaySeconds(Expr day) -> "((" + of(day) + " - DATE '1970-01-01') * 86400)";
      case Expr.Written(Expr number) -> "(" + of(number) + ")::VARCHAR";
      case Expr.Calculated(Operation operation, Expr left, Expr right) ->
          "(" + of(left) + sign(operation) + of(right) + ")";
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
      case Expr.Rows() -> "count(*)";
      case Expr.Minimum(Expr value) -> "min(" + of(value) + ")";
      case Expr.Different(List<Expr> values) -> "count(DISTINCT " + row(values) + ")";
    };
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

  private String among(Expr.Among among) {
    String texts = among.texts().stream().map(DuckDb::text).collect(Collectors.joining(", "));
    return among.texts().isEmpty() ? "FALSE" : "(" + of(among.value()) + " IN (" + texts + "))";
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

  private static String sign(Operation operation) {
    return switch (operation) {
      case PLUS -> " + ";
      case MINUS -> " - ";
      case OVER -> " // ";
      case MODULO -> " % ";
    };
  }

  private static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String text(String text) {
    return "'" + Objects.requireNonNull(text).replace("'", "''") + "'";
  }
}
