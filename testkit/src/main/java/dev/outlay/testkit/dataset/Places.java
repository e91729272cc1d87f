package dev.outlay.testkit.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds and changes places in a body; a step of a path is a name or a number. */
final class Places {
  private Places() {}

  /** A path to every text, number and boolean, one for each name in the same place. */
  static List<List<Object>> leaves(Map<String, @Nullable Object> body) {
    Map<String, List<Object>> byNames = new LinkedHashMap<>();
    visit(body, List.of(), (path, _) -> byNames.putIfAbsent(names(path), path));
    return List.copyOf(byNames.values());
  }

  private static void visit(
      @Nullable Object value, List<Object> path, BiConsumer<List<Object>, Object> leaf) {
    switch (value) {
      case null -> {}
      case Map<?, ?> map ->
          map.forEach((name, inner) -> visit(inner, longer(path, String.valueOf(name)), leaf));
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          visit(list.get(i), longer(path, i), leaf);
        }
      }
      default -> leaf.accept(path, value);
    }
  }

  private static List<Object> longer(List<Object> path, Object step) {
    List<Object> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }

  static String names(List<Object> path) {
    return path.stream()
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .collect(Collectors.joining("."));
  }

  /** A copy in which something of another kind stands there. */
  static Map<String, @Nullable Object> withWrongKind(
      Map<String, @Nullable Object> body, List<Object> path) {
    Map<String, @Nullable Object> copy = Tree.parse(Tree.print(body));
    change(copy, path);
    return copy;
  }

  @SuppressWarnings("unchecked")
  private static void change(Object node, List<Object> path) {
    Object step = path.getFirst();
    if (node instanceof Map<?, ?>) {
      Map<String, @Nullable Object> map = (Map<String, @Nullable Object>) node;
      map.computeIfPresent((String) step, (_, value) -> changed(value, path));
    } else if (node instanceof List<?>) {
      List<Object> list = (List<Object>) node;
      list.set((Integer) step, changed(list.get((Integer) step), path));
    }
  }

  private static Object changed(Object value, List<Object> path) {
    if (path.size() == 1) {
      return value instanceof String ? new ArrayList<>() : "not what it was";
    }
    change(value, path.subList(1, path.size()));
    return value;
  }

  /** Takes a field away from the object; nothing where a step is missing. */
  static void remove(Map<String, @Nullable Object> object, List<String> path) {
    if (path.size() == 1) {
      object.remove(path.getFirst());
    } else if (object.get(path.getFirst()) instanceof Map<?, ?> inner) {
      remove(map(inner), path.subList(1, path.size()));
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> map(Map<?, ?> any) {
    return (Map<String, @Nullable Object>) any;
  }
}
