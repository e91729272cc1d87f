package dev.outlay.admin;

import dev.outlay.dataset.Dataset;
import dev.outlay.table.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A filter as text and back: {@code models[]=a,b;workspace_ids[]=x}, sorted, so that equal filters
 * are equal texts. It is part of what a series is.
 */
record Filters(Map<String, Set<String>> values) {
  static Filters parse(String text) {
    return new Filters(
        Arrays.stream(text.split(";"))
            .filter(part -> !part.isEmpty())
            .map(part -> part.split("=", 2))
            .collect(Collectors.toMap(part -> part[0], part -> Set.of(part[1].split(",")))));
  }

  /** The filter as far as the dataset's table has columns for it. */
  static Filters on(Dataset dataset, Map<String, Set<String>> wanted) {
    return new Filters(
        wanted.entrySet().stream()
            .filter(each -> !each.getValue().isEmpty() && has(dataset, column(each.getKey())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  String text() {
    return new TreeSet<>(values.keySet())
        .stream()
            .map(name -> name + "=" + String.join(",", new TreeSet<>(values.get(name))))
            .collect(Collectors.joining(";"));
  }

  Set<String> columns() {
    return values.keySet().stream().map(Filters::column).collect(Collectors.toSet());
  }

  List<Scope.Condition> conditions() {
    List<Scope.Condition> conditions = new ArrayList<>();
    values.forEach((name, some) -> conditions.add(new Scope.Among(column(name), some)));
    return conditions;
  }

  /** Whether a row passes: for reports the API cannot filter. */
  Predicate<@Nullable Object[]> passes(Dataset dataset) {
    return cells ->
        values.entrySet().stream()
            .allMatch(each ->
                cells[dataset.table().indexOf(column(each.getKey()))] instanceof String cell
                    && each.getValue().contains(cell));
  }

  /** {@code workspace_ids[]} filters {@code workspace_id}. */
  private static String column(String parameter) {
    return parameter.replace("[]", "").replaceAll("s$", "");
  }

  private static boolean has(Dataset dataset, String column) {
    return dataset.fields().stream().anyMatch(field -> field.column().name().equals(column));
  }
}
