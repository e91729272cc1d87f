package dev.outlay.store;

import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure.Unreadable;
import dev.outlay.table.Column;
import dev.outlay.table.Table;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Gives each of several staged rows of one identity its place, or says that it has none. Only rows
 * whose key hashes like another's are looked at whole, so that a large load fits in memory.
 */
record Twins(Session session, Kept kept, String stage) {
  void number(Attempt attempt) throws SQLException {
    session.run(
        "CREATE OR REPLACE TEMP TABLE twins AS SELECT rowid AS _rid, %s FROM %s WHERE hash(%s) IN (SELECT h FROM (SELECT hash(%s) AS h FROM %s) GROUP BY h HAVING count(*) > 1)"
            .formatted(all(), stage, key(), key(), stage));
    if (kept.table().twins() == Table.Twins.EQUAL_ONLY && !kept.values().isEmpty()) {
      refuseDifferent(attempt);
    }
    session.run(
        "UPDATE %s s SET _ordinal = n.place FROM (SELECT _rid, (row_number() OVER (PARTITION BY %s ORDER BY %s) - 1)::INTEGER AS place FROM temp.twins) n WHERE s.rowid = n._rid AND n.place > 0"
            .formatted(stage, key(), all()));
  }

  private void refuseDifferent(Attempt attempt) throws SQLException {
    Optional<String> found =
        session.first(
            "SELECT %s FROM temp.twins GROUP BY %s HAVING count(*) > 1 AND count(DISTINCT row(%s)) > 1 LIMIT 1"
                .formatted(shown(), key(), Kept.list(kept.values(), "")),
            row -> row.getString(1));
    if (found.isPresent()) {
      throw new Unreadable(
          attempt,
          kept.table().name() + " (" + found.get() + ")",
          "two rows with one identity and different values");
    }
  }

  private String key() {
    return Kept.list(kept.key(), "");
  }

  private String all() {
    return Kept.list(kept.table().columns(), "");
  }

  private String shown() {
    return kept.key().stream()
        .map(Column::name)
        .map(name -> Sql.text(name + "=") + " || coalesce(" + Sql.name(name) + "::VARCHAR, 'null')")
        .collect(Collectors.joining(" || ', ' || "));
  }
}
