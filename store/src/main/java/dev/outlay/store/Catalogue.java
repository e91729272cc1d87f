package dev.outlay.store;

import static java.util.stream.Collectors.toSet;

import dev.outlay.table.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tables that were made ready for loads. */
final class Catalogue {
  private final Trouble trouble;
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  Catalogue(Trouble trouble) {
    this.trouble = trouble;
  }

  Kept of(Table table) {
    Kept known = kept.get(table.name());
    if (known == null || !known.table().equals(table)) {
      throw trouble.because(
          "loading " + table.name(), "the table was not made ready", "Report it: it is a mistake.");
    }
    return known;
  }

  /** Whether they are ready already: the file is this process's alone, so that they stay so. */
  boolean has(List<Table> tables) {
    return kept.values().stream().map(Kept::table).collect(toSet()).containsAll(tables);
  }

  void prepare(Session session, List<Table> tables) throws SQLException {
    session
        .atomically(() -> new Preparation(session, trouble).of(tables))
        .forEach(table -> kept.put(table.table().name(), table));
  }
}
