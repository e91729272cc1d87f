package dev.outlay.destinations.clickhouse;

import dev.outlay.destination.CheckpointJson;
import dev.outlay.destinations.sql.CheckpointTexts;
import dev.outlay.destinations.sql.SeriesName;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Series;
import java.util.List;

/** The checkpoints: one row each, the newest stands; an empty one was taken back. */
record Kept(Server server, ClickHouseSql sql) {
  private static final String TRIED = "reading how far it is";

  void make() {
    server.run(
        TRIED,
        ("CREATE TABLE IF NOT EXISTS %s (connection String, series String, body String,"
                + " at DateTime64(6, 'UTC')) ENGINE = ReplacingMergeTree(at)"
                + " ORDER BY (connection, series)")
            .formatted(table()));
  }

  Checkpoint of(String connection, Series series) {
    List<List<String>> found =
        there()
            ? server.rows(
                TRIED,
                ("SELECT body FROM %s FINAL WHERE connection = %s AND series = %s AND body != ''"
                        + " FORMAT TSVRaw")
                    .formatted(table(), sql.text(connection), sql.text(SeriesName.of(series))))
            : List.of();
    return found.isEmpty() ? Checkpoint.START : CheckpointJson.of(found.getFirst().getFirst());
  }

  /** All of them, by one statement. */
  CheckpointTexts all() {
    CheckpointTexts all = new CheckpointTexts();
    if (there()) {
      rows().forEach(row -> all.add(row.get(0), row.get(1), row.get(2)));
    }
    return all;
  }

  private List<List<String>> rows() {
    return server.rows(
        TRIED,
        "SELECT connection, series, body FROM %s FINAL WHERE body != '' FORMAT TSVRaw"
            .formatted(table()));
  }

  void keep(String connection, Series series, Checkpoint checkpoint) {
    String body = checkpoint.equals(Checkpoint.START) ? "" : CheckpointJson.text(checkpoint);
    server.run(
        "keeping how far it is",
        "INSERT INTO %s SELECT %s, %s, %s, now64(6)"
            .formatted(
                table(), sql.text(connection), sql.text(SeriesName.of(series)), sql.text(body)));
  }

  void forget() {
    server.run(TRIED, "TRUNCATE TABLE " + table());
  }

  private boolean there() {
    return server.number(
            TRIED,
            "SELECT count() FROM system.tables WHERE database = %s AND name = 'outlay_checkpoints'"
                .formatted(sql.text(sql.database())))
        > 0;
  }

  private String table() {
    return sql.table("outlay_checkpoints");
  }
}
