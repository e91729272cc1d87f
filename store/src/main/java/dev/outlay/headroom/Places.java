package dev.outlay.headroom;

import dev.outlay.store.Answers;
import dev.outlay.store.Line;
import dev.outlay.store.Tables;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The names of workspaces by id, and which of a connection's is the default one.
 *
 * @param names by id
 * @param defaults ids by connection
 */
record Places(Map<String, String> names, Map<String, String> defaults) {
  private static final String SQL = "SELECT connection, id, name, is_default FROM workspaces";

  static Places of(Answers answers, Tables tables) {
    Map<String, String> names = new HashMap<>();
    Map<String, String> defaults = new HashMap<>();
    if (tables.has("workspaces")) {
      for (Line line : Line.of(answers, SQL)) {
        line.text(2).ifPresent(name -> names.put(line.text(1).orElse(""), name));
        if (line.is(3)) {
          line.text(1).ifPresent(id -> defaults.put(line.name(0), id));
        }
      }
    }
    return new Places(Map.copyOf(names), Map.copyOf(defaults));
  }

  String name(Limit limit) {
    return limit.workspace().map(id -> names.getOrDefault(id, id)).orElse("Organisation");
  }

  Optional<String> ofDefault(String connection) {
    return Optional.ofNullable(defaults.get(connection));
  }
}
