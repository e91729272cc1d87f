package dev.outlay.destinations.warehouse;

import dev.outlay.destination.CheckpointJson;
import dev.outlay.destination.Progress;
import dev.outlay.destinations.sql.CheckpointTexts;
import dev.outlay.destinations.sql.SeriesName;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Series;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The checkpoints, one row each, in the table {@code outlay_checkpoints} beside the rows. */
record Kept(Warehouse warehouse) {
  static final String TABLE = "outlay_checkpoints";
  private static final String TRIED = "reading how far it is";

  Checkpoint of(String connection, Series series) {
    List<List<@Nullable String>> found =
        there()
            ? warehouse.ask(
                TRIED, "SELECT `body` FROM " + table() + " WHERE " + which(connection, series))
            : List.of();
    return found.isEmpty() ? Checkpoint.START : CheckpointJson.of(text(found.getFirst(), 0));
  }

  /** All of them, by one statement: each costs something there. */
  Progress all() {
    CheckpointTexts all = new CheckpointTexts();
    if (there()) {
      warehouse
          .ask(TRIED, "SELECT `connection`, `series`, `body` FROM " + table())
          .forEach(row -> all.add(text(row, 0), text(row, 1), text(row, 2)));
    }
    return all;
  }

  /** One statement: there is no moment without it. */
  String keep(String connection, Series series, Checkpoint checkpoint) {
    return checkpoint.equals(Checkpoint.START)
        ? "DELETE FROM " + table() + " WHERE " + which(connection, series)
        : ("MERGE INTO %s AS had USING"
                + " (SELECT %s AS `connection`, %s AS `series`, %s AS `body`) AS came"
                + " ON had.`connection` = came.`connection` AND had.`series` = came.`series`"
                + " WHEN MATCHED THEN UPDATE SET `body` = came.`body`"
                + " WHEN NOT MATCHED THEN INSERT (`connection`, `series`, `body`)"
                + " VALUES (came.`connection`, came.`series`, came.`body`)")
            .formatted(
                table(),
                warehouse.text(connection),
                warehouse.text(SeriesName.of(series)),
                warehouse.text(CheckpointJson.text(checkpoint)));
  }

  /** What was known is not: a table was dropped, and everything has to come again. */
  String forget() {
    return "DELETE FROM " + table() + " WHERE TRUE";
  }

  private String which(String connection, Series series) {
    return "`connection` = %s AND `series` = %s"
        .formatted(warehouse.text(connection), warehouse.text(SeriesName.of(series)));
  }

  private boolean there() {
    return !warehouse.columns(TABLE).isEmpty();
  }

  private String table() {
    return warehouse.table(TABLE);
  }

  private static String text(List<@Nullable String> row, int place) {
    return Objects.requireNonNull(row.get(place));
  }
}
