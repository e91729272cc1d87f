package dev.outlay.server.api;

import dev.outlay.app.setting.Nearest;
import dev.outlay.ask.Condition;
import dev.outlay.ask.Filter;
import dev.outlay.server.Refusal;
import dev.outlay.table.Column;
import dev.outlay.table.Table;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Conditions on columns, written as in asks; values are compared as texts. */
record RowsWhere(Table table, Filter filter) {
  String sql() {
    return filter.groups().stream()
        .map(group -> group.stream().map(this::sql).collect(Collectors.joining(" AND ", "(", ")")))
        .collect(Collectors.joining(" OR ", "(", ")"));
  }

  private String sql(Condition condition) {
    String column = column(condition.dimension());
    String text = column + "::VARCHAR";
    return switch (condition.test()) {
      case IS -> text + " IN " + Sql.texts(condition.values());
      case IS_NOT ->
          "(" + column + " IS NULL OR " + text + " NOT IN " + Sql.texts(condition.values()) + ")";
      case CONTAINS -> contains(text, condition.values());
      case CONTAINS_NOT ->
          "(" + column + " IS NULL OR NOT " + contains(text, condition.values()) + ")";
      case EMPTY -> column + " IS NULL";
      case NOT_EMPTY -> column + " IS NOT NULL";
    };
  }

  private static String contains(String text, List<String> values) {
    return values.stream()
        .map(value ->
            "contains(lower(" + text + "), " + Sql.text(value.toLowerCase(Locale.ROOT)) + ")")
        .collect(Collectors.joining(" OR ", "(", ")"));
  }

  private String column(String name) {
    List<String> names =
        Stream.concat(Stream.of("connection"), table.columns().stream().map(Column::name)).toList();
    if (!names.contains(name)) {
      throw Refusal.parameter(
          "where",
          "names " + name + ", which is no column of " + table.name(),
          Nearest.to(name, names).orElse(""));
    }
    return Sql.name(name);
  }
}
