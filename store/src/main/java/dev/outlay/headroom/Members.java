package dev.outlay.headroom;

import static java.util.stream.Collectors.joining;

import dev.outlay.price.PriceBook;
import dev.outlay.store.Literal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which group of limits each model of usage belongs to.
 *
 * @param groups by model
 * @param strangers models that no group names; their use counts against a limit nobody told us
 */
record Members(Map<String, String> groups, List<String> strangers) {

  /** A snapshot that no group names belongs to the group of its family. */
  static Members of(List<Limit> limits, List<String> models) {
    Map<String, String> exact = new HashMap<>();
    Map<String, String> families = new HashMap<>();
    for (Limit limit : limits) {
      limit.models().forEach(model -> exact.putIfAbsent(model, limit.groupKey()));
      limit
          .models()
          .forEach(model -> families.putIfAbsent(PriceBook.family(model), limit.groupKey()));
    }
    Map<String, String> groups = new HashMap<>();
    List<String> strangers = new ArrayList<>();
    for (String model : models) {
      Optional.ofNullable(exact.get(model))
          .or(() -> Optional.ofNullable(families.get(PriceBook.family(model))))
          .ifPresentOrElse(group -> groups.put(model, group), () -> strangers.add(model));
    }
    return new Members(Map.copyOf(groups), List.copyOf(strangers));
  }

  /** As a list of rows, model and group, for SQL. */
  String rows() {
    return groups.entrySet().stream()
        .map(each -> "(" + Literal.of(each.getKey()) + ", " + Literal.of(each.getValue()) + ")")
        .sorted()
        .collect(joining(", "));
  }
}
