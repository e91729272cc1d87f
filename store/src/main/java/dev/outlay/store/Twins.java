package dev.outlay.store;

import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure.Unreadable;
import dev.outlay.table.Column;
import dev.outlay.table.Table;
import java.sql.SQLException;
import java.util.stream.Collectors;

/** Gives each of several staged rows of one identity its place, or says that it has none. */
record Twins(Session session, Kept kept, String stage) {
  void number(Attempt attempt) throws SQLException {
    if (kept.table().twins() == Table.Twins.EQUAL_ONLY && !kept.values().isEmpty()) {
      refuseDifferent(attempt);
    }
    session.run(
        "CREATE OR REPLACE TEMP TABLE %s AS SELECT * REPLACE ((row_number() OVER (PARTITION BY %s ORDER BY %s) - 1)::INTEGER AS _ordinal) FROM %s"
            .formatted(stage.substring("temp.".length()), key(), all(), stage));
  }

  private void refuseDifferent(Attempt attempt) throws SQLException {
    var found =
        session.first(
            "SELECT %s FROM %s GROUP BY %s HAVING count(*) > 1 AND count(DISTINCT row(%s)) > 1 LIMIT 1"
                .formatted(shown(), stage, key(), Kept.list(kept.values(), "")),
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
