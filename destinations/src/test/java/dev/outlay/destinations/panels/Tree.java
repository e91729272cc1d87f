package dev.outlay.destinations.panels;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** JSON objects in the order in which they are written. */
public final class Tree {
  public static final JsonMapper JSON = JsonMapper.builder().build();

  private Tree() {}

  /**
   * @param namesAndValues a name, its value, the next name …
   */
  static Map<String, Object> of(Object... namesAndValues) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      tree.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return tree;
  }

  static String text(Object tree) {
    return JSON.writeValueAsString(tree);
  }
}
