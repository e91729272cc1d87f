package dev.outlay.simulator.fault;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A parsed answer and the ways to spoil it. */
public record Document(Map<String, @Nullable Object> root) {

  @SuppressWarnings("unchecked")
  static Document of(String text) {
    Object tree = Tree.parse(text);
    return new Document(
        tree instanceof Map<?, ?> ? (Map<String, @Nullable Object>) tree : new LinkedHashMap<>());
  }

  String print() {
    return Tree.print(root);
  }

  void put(String name, @Nullable Object value) {
    root.put(name, value);
  }

  boolean has(String name) {
    return root.containsKey(name);
  }

  /** The listed items or buckets. */
  List<@Nullable Object> data() {
    return list(root, "data");
  }

  /** Every bucket's rows, or the items themselves where there are no buckets. */
  void rows(UnaryOperator<List<@Nullable Object>> change) {
    boolean bucketed = false;
    for (Object item : data()) {
      if (item instanceof Map<?, ?> map && map.containsKey("results")) {
        bucketed = true;
        object(map).put("results", change.apply(list(object(map), "results")));
      }
    }
    if (!bucketed) {
      put("data", change.apply(data()));
    }
  }

  /** Every object that has a field of this name, at any depth. */
  void each(String field, BiConsumer<Map<String, @Nullable Object>, String> change) {
    visit(root, field, change);
  }

  private static void visit(
      @Nullable Object at, String field, BiConsumer<Map<String, @Nullable Object>, String> change) {
    if (at instanceof Map<?, ?> map) {
      new ArrayList<>(map.values()).forEach(member -> visit(member, field, change));
      if (map.containsKey(field)) {
        change.accept(object(map), field);
      }
    } else if (at instanceof List<?> list) {
      list.forEach(member -> visit(member, field, change));
    }
  }

  /** Every object there is. */
  void objects(java.util.function.Consumer<Map<String, @Nullable Object>> change) {
    objects(root, change);
  }

  private static void objects(
      @Nullable Object at, java.util.function.Consumer<Map<String, @Nullable Object>> change) {
    if (at instanceof Map<?, ?> map) {
      new ArrayList<>(map.values()).forEach(member -> objects(member, change));
      change.accept(object(map));
    } else if (at instanceof List<?> list) {
      list.forEach(member -> objects(member, change));
    }
  }

  static Map<String, @Nullable Object> copy(Map<?, ?> map) {
    return new LinkedHashMap<>(object(map));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> object(Map<?, ?> map) {
    return (Map<String, @Nullable Object>) map;
  }

  @SuppressWarnings("unchecked")
  private static List<@Nullable Object> list(Map<String, @Nullable Object> map, String name) {
    return map.get(name) instanceof List<?> list
        ? (List<@Nullable Object>) list
        : new ArrayList<>();
  }
}
