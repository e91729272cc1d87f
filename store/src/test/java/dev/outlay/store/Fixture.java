package dev.outlay.store;

import static dev.outlay.table.Type.Plain.INSTANT;
import static dev.outlay.table.Type.Plain.INTEGER;
import static dev.outlay.table.Type.Plain.TEXT;

import dev.outlay.destination.Changes;
import dev.outlay.destination.Delivery;
import dev.outlay.destination.Load;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Column;
import dev.outlay.table.Coverage;
import dev.outlay.table.Covered;
import dev.outlay.table.Rows;
import dev.outlay.table.Scope;
import dev.outlay.table.Series;
import dev.outlay.table.Span;
import dev.outlay.table.Table;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One store with a table of counts by hour, and short ways to load it. */
record Fixture(Store store) implements AutoCloseable {
  static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");
  static final Table COUNTS =
      new Table(
          "counts",
          "Counts by hour.",
          List.of(
              new Column("at", INSTANT, true, ""),
              new Column("id", TEXT, true, ""),
              new Column("value", INTEGER, false, "")),
          Table.Twins.NUMBERED);
  static final Series SERIES = Series.of("counts");

  static Fixture in(Path folder) {
    Store store = Store.open(folder.resolve("s.duckdb"), StoreSettings.DEFAULT);
    store.prepare(List.of(COUNTS));
    return new Fixture(store);
  }

  /** Loads the first day anew, as of the given time. */
  Changes load(String now, @Nullable Object[]... rows) {
    return load(Instant.parse(now), DAY, rows);
  }

  Changes load(Instant now, Instant settledBefore, @Nullable Object[]... rows) {
    Span span = new Span(DAY, DAY.plus(Duration.ofDays(1)));
    Covered read = new Covered(span, now, DAY, DAY);
    return commit(
        new Delivery(
            "c",
            SERIES,
            List.of(COUNTS),
            Scope.of(new Scope.During("at", span)),
            settledBefore,
            now),
        new Checkpoint(Coverage.NONE.with(read), Optional.empty(), Optional.of(now)),
        Arrays.asList(rows));
  }

  Changes commit(Delivery delivery, Checkpoint after, List<@Nullable Object[]> rows) {
    try (Load load = store.begin(delivery)) {
      load.add(0, new Rows(delivery.tables().getFirst(), new ArrayList<>(rows)));
      return load.commit(after);
    }
  }

  static @Nullable Object[] count(int hour, @Nullable String id, long value) {
    return new @Nullable Object[] {DAY.plus(Duration.ofHours(hour)), id, value};
  }

  /** Every version as one line: id, value, from, to, number of the load. */
  List<String> history() {
    return lines(
        "SELECT concat_ws(' ', id, value, strftime(known_from, '%d-%H'), coalesce(strftime(known_to, '%d-%H'), 'now'), load_seq)"
            + " FROM history.counts ORDER BY id, value, known_from");
  }

  List<String> lines(String sql) {
    return Answer.of(store, sql).rows().stream()
        .map(row -> String.valueOf(row.getFirst()))
        .toList();
  }

  @Override
  public void close() {
    store.close();
  }
}
