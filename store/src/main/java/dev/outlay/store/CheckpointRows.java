package dev.outlay.store;

import dev.outlay.store.KnownCheckpoints.Place;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Covered;
import dev.outlay.table.Series;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.duckdb.DuckDBAppender;

/** The rows of one checkpoint: itself, and its coverage as people read it. */
record CheckpointRows(Place place, Checkpoint checkpoint, long sequence) {
  void into(DuckDBAppender known, DuckDBAppender covered) throws SQLException {
    begin(known);
    time(known, checkpoint.earliest());
    time(known, checkpoint.readAt());
    known.append(CheckpointTable.text(checkpoint.coverage()));
    known.append(sequence);
    known.endRow();
    for (Covered part : checkpoint.coverage().merged()) {
      cover(
          covered,
          Optional.of(part.span().start()),
          Optional.of(part.span().end()),
          Optional.of(part.readAt()),
          Optional.of(part.settledTo()));
    }
    if (checkpoint.coverage().parts().isEmpty() && checkpoint.readAt().isPresent()) {
      cover(covered, Optional.empty(), Optional.empty(), checkpoint.readAt(), Optional.empty());
    }
  }

  @SafeVarargs
  private void cover(DuckDBAppender covered, Optional<Instant>... times) throws SQLException {
    begin(covered);
    for (Optional<Instant> each : times) {
      time(covered, each);
    }
    covered.endRow();
  }

  private void begin(DuckDBAppender to) throws SQLException {
    Series series = place.series();
    to.beginRow();
    to.append((short) place.connection());
    to.append(series.dataset());
    to.append(series.width());
    to.append(series.groupedBy());
    to.append(series.filter());
    to.append(series.parent());
  }

  private static void time(DuckDBAppender to, Optional<Instant> time) throws SQLException {
    if (time.isPresent()) {
      to.appendEpochMicros(Sql.micros(Sql.storable(time.get())));
    } else {
      to.appendNull();
    }
  }
}
