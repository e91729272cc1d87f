package dev.outlay.destinations.search;

import dev.outlay.table.Column;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The types of a table's fields there. The columns it was made of stand in {@code _meta}, by which
 * an index is known to be ours.
 */
record Mapping(Table table, Place place) {
  private static final Map<String, Object> KEYWORD =
      Map.of("type", "keyword", "ignore_above", 8191);

  static boolean isJson(Column column) {
    return column.type() == Type.Plain.JSON;
  }

  /** How the type is remembered. */
  static String name(Column column) {
    return switch (column.type()) {
      case Type.Plain plain -> plain.name();
      case Type.Decimal(int precision, int scale) -> "DECIMAL(" + precision + "," + scale + ")";
    };
  }

  Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("dynamic", "strict");
    tree.put("_meta", Map.of("outlay", columns()));
    if (place.stream()) {
      tree.put("dynamic_templates", List.of(Map.of("names", NAMES)));
    }
    tree.put("properties", properties());
    return tree;
  }

  /** What is added to an index that is there. */
  Map<String, Object> added() {
    return Map.of("_meta", Map.of("outlay", columns()), "properties", properties());
  }

  private static final Map<String, Object> NAMES =
      Map.of("match_mapping_type", "string", "mapping", KEYWORD);

  private Map<String, Object> columns() {
    return table.columns().stream()
        .collect(
            Collectors.toMap(Column::name, Mapping::name, (one, _) -> one, LinkedHashMap::new));
  }

  private Map<String, Object> properties() {
    Map<String, Object> root = new LinkedHashMap<>();
    for (Column column : table.columns()) {
      put(root, column);
    }
    return root;
  }

  private void put(Map<String, Object> root, Column column) {
    String[] path = column.name().split("\\.");
    Map<String, Object> properties = root;
    for (int i = 0; i < path.length - 1; i++) {
      Map<String, Object> object = child(properties, path[i]);
      if (place.stream() && isJson(column) && i == path.length - 2) {
        object.put("dynamic", "true");
      }
      properties = child(object, "properties");
    }
    if (!place.stream() || !isJson(column)) {
      properties.put(path[path.length - 1], type(column));
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> child(Map<String, Object> of, String name) {
    return (Map<String, Object>) of.computeIfAbsent(name, _ -> new LinkedHashMap<String, Object>());
  }

  private Map<String, Object> type(Column column) {
    String constant = place.constant(column.name());
    return constant != null
        ? Map.of("type", "constant_keyword", "value", constant)
        : type(column.type());
  }

  private static Map<String, Object> type(Type type) {
    return switch (type) {
      case Type.Plain plain ->
          switch (plain) {
            case TEXT -> KEYWORD;
            case INTEGER -> Map.of("type", "long");
            case BOOLEAN -> Map.of("type", "boolean");
            case INSTANT -> Map.of("type", "date");
            case DATE -> Map.of("type", "date", "format", "strict_date");
            case JSON -> Map.of("type", "object", "enabled", false);
          };
      case Type.Decimal _ ->
          Map.of(
              "type",
              "double",
              "coerce",
              true,
              "fields",
              Map.of("exact", Map.of("type", "keyword")));
    };
  }

  /** The columns an index was made of; null where it is not ours. */
  static @Nullable Map<?, ?> columns(@Nullable Object mappings) {
    return Json.at(mappings, "_meta", "outlay") instanceof Map<?, ?> columns ? columns : null;
  }
}
