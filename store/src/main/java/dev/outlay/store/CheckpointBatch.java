package dev.outlay.store;

import dev.outlay.store.KnownCheckpoints.Place;
import dev.outlay.table.Checkpoint;
import java.sql.SQLException;
import java.util.Map;
import org.duckdb.DuckDBAppender;

/** Writes how far many series are known with a few statements, inside a transaction. */
record CheckpointBatch(Session session) {
  private static final String SAME =
      " o._connection = n._connection AND o.dataset = n.dataset AND o.width = n.width AND o.grouped_by = n.grouped_by AND o.filter = n.filter AND o.parent = n.parent";

  /** The sequence is 0 where no row changed. */
  void keep(Map<Place, Checkpoint> checkpoints, long sequence) throws SQLException {
    if (checkpoints.isEmpty()) {
      return;
    }
    stage("checkpoints");
    stage("coverage");
    try (DuckDBAppender known = session.appender("temp", "main", "new checkpoints");
        DuckDBAppender covered = session.appender("temp", "main", "new coverage")) {
      for (Map.Entry<Place, Checkpoint> each : checkpoints.entrySet()) {
        new CheckpointRows(each.getKey(), each.getValue(), sequence).into(known, covered);
      }
    }
    if (sequence == 0) {
      keepSequences();
    }
    apply();
  }

  private void stage(String table) throws SQLException {
    session.run(
        "CREATE OR REPLACE TEMP TABLE "
            + Sql.name("new " + table)
            + " AS FROM app."
            + table
            + " LIMIT 0");
  }

  private void keepSequences() throws SQLException {
    session.run(
        "UPDATE temp.\"new checkpoints\" n SET load_seq = o.load_seq FROM app.checkpoints o WHERE"
            + SAME);
  }

  private void apply() throws SQLException {
    for (String table : new String[] {"checkpoints", "coverage"}) {
      String target = "app." + table;
      session.run("DELETE FROM " + target + " o USING temp.\"new checkpoints\" n WHERE" + SAME);
      session.run("INSERT INTO " + target + " FROM temp." + Sql.name("new " + table));
    }
  }
}
