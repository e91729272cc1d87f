package dev.outlay.store;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The table behind {@link Documents}. One thread at a time. */
record DocumentTable(Session session) {
  private record Line(String id, String body) {}

  private static final String PLACE = " FROM app.documents WHERE kind = ? AND id = ?";

  Optional<String> get(String kind, String id) throws SQLException {
    return session.first("SELECT body" + PLACE, row -> row.getString(1), kind, id);
  }

  Map<String, String> all(String kind) throws SQLException {
    Map<String, String> all = new LinkedHashMap<>();
    session
        .rows(
            "SELECT id, body FROM app.documents WHERE kind = ? ORDER BY id",
            row -> new Line(row.getString(1), row.getString(2)),
            kind)
        .forEach(line -> all.put(line.id(), line.body()));
    return all;
  }

  boolean put(String kind, String id, String body) throws SQLException {
    return session.atomically(() -> {
      boolean replaced = remove(kind, id);
      session.run("INSERT INTO app.documents VALUES (?, ?, ?)", kind, id, body);
      return replaced;
    });
  }

  boolean remove(String kind, String id) throws SQLException {
    boolean there = get(kind, id).isPresent();
    session.run("DELETE" + PLACE, kind, id);
    return there;
  }
}
