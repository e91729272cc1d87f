package dev.outlay.store;

import static java.util.stream.Collectors.joining;

import dev.outlay.store.KnownCheckpoints.Place;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Coverage;
import dev.outlay.table.Covered;
import dev.outlay.table.Series;
import dev.outlay.table.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far each series is known; and the same for people, as coverage. */
record CheckpointTable(Session session, int connection) {
  private static final String SAME =
      " WHERE _connection = ? AND dataset = ? AND width = ? AND grouped_by = ? AND filter = ? AND parent = ?";

  /** How far each series of any connection is known. */
  static Map<Place, Checkpoint> all(Session session) throws SQLException {
    Map<Place, Checkpoint> all = new HashMap<>();
    session.rows(
        "SELECT covered, epoch_us(earliest), epoch_us(read_at), _connection, dataset, width, grouped_by, filter, parent FROM app.checkpoints",
        row ->
            all.put(
                place(row),
                new Checkpoint(coverage(row.getString(1)), instant(row, 2), instant(row, 3))));
    return all;
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(
        row.getInt(4),
        new Series(
            row.getString(5),
            row.getString(6),
            row.getString(7),
            row.getString(8),
            row.getString(9)));
  }

  /** Inside the transaction of the rows it speaks of; the sequence is 0 where no row changed. */
  void keep(Series series, Checkpoint checkpoint, long sequence) throws SQLException {
    long newest = sequence > 0 ? sequence : newest(series);
    session.run("DELETE FROM app.checkpoints" + SAME, who(series));
    session.run(
        "INSERT INTO app.checkpoints VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        with(
            series,
            time(checkpoint.earliest()),
            time(checkpoint.readAt()),
            text(checkpoint.coverage()),
            newest));
    session.run("DELETE FROM app.coverage" + SAME, who(series));
    for (Covered part : checkpoint.coverage().merged()) {
      cover(
          series,
          time(Optional.of(part.span().start())),
          time(Optional.of(part.span().end())),
          time(Optional.of(part.readAt())),
          time(Optional.of(part.settledTo())));
    }
    if (checkpoint.coverage().parts().isEmpty() && checkpoint.readAt().isPresent()) {
      cover(series, null, null, time(checkpoint.readAt()), null);
    }
  }

  private long newest(Series series) throws SQLException {
    return session.number("SELECT max(load_seq) FROM app.checkpoints" + SAME, who(series));
  }

  private void cover(Series series, @Nullable Object... times) throws SQLException {
    session.run(
        "INSERT INTO app.coverage VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", with(series, times));
  }

  private Object[] who(Series series) {
    return new Object[] {
      connection,
      series.dataset(),
      series.width(),
      series.groupedBy(),
      series.filter(),
      series.parent()
    };
  }

  private @Nullable Object[] with(Series series, @Nullable Object... more) {
    Object[] who = who(series);
    @Nullable Object[] all = Arrays.copyOf(who, who.length + more.length);
    System.arraycopy(more, 0, all, who.length, more.length);
    return all;
  }

  static @Nullable Object time(Optional<Instant> instant) {
    return instant.map(Sql::storable).map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
  }

  private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
    long micros = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Sql.instant(micros));
  }

  static String text(Coverage coverage) {
    return coverage.parts().stream().map(CheckpointTable::text).collect(joining(";"));
  }

  private static String text(Covered part) {
    return List.of(
            part.span().start(), part.span().end(), part.readAt(), part.settledTo(), part.finalTo())
        .stream()
        .map(Instant::toString)
        .collect(joining(","));
  }

  private static Coverage coverage(String text) {
    return text.isEmpty()
        ? Coverage.NONE
        : new Coverage(Arrays.stream(text.split(";")).map(CheckpointTable::part).toList());
  }

  private static Covered part(String text) {
    Instant[] at = Arrays.stream(text.split(",")).map(Instant::parse).toArray(Instant[]::new);
    return new Covered(new Span(at[0], at[1]), at[2], at[3], at[4]);
  }
}
