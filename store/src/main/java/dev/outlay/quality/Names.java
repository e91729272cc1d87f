package dev.outlay.quality;

import dev.outlay.store.Answers;
import dev.outlay.store.Line;
import dev.outlay.store.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of everything that has an id. */
record Names(Map<String, String> byId) {
  static Names of(Answers answers, Tables tables) {
    Map<String, String> names = new HashMap<>();
    for (String table : List.of("workspaces", "api_keys", "users", "service_accounts")) {
      if (tables.has(table)) {
        Line.of(
                answers,
                "SELECT id, max_by(name, known_from) FROM history."
                    + table
                    + " WHERE id IS NOT NULL AND name IS NOT NULL GROUP BY ALL")
            .forEach(line -> names.put(line.name(0), line.name(1)));
      }
    }
    return new Names(Map.copyOf(names));
  }

  String of(String id) {
    return byId.getOrDefault(id, id);
  }
}
