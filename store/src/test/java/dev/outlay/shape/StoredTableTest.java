package dev.outlay.shape;

import static dev.outlay.table.Type.Plain.DATE;
import static dev.outlay.table.Type.Plain.INTEGER;
import static dev.outlay.table.Type.Plain.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.destination.Delivery;
import dev.outlay.destination.Load;
import dev.outlay.store.Answers;
import dev.outlay.store.Store;
import dev.outlay.store.StoreSettings;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Column;
import dev.outlay.table.Rows;
import dev.outlay.table.Scope;
import dev.outlay.table.Series;
import dev.outlay.table.Span;
import dev.outlay.table.Table;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredTableTest {
  private static final Table COUNTS =
      new Table(
          "counts",
          "Counts.",
          List.of(
              new Column("date", DATE, true, ""),
              new Column("id", TEXT, true, ""),
              new Column("value", INTEGER, false, "")),
          Table.Twins.NUMBERED);
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

  private final Shape shape = new StoredTable(COUNTS);
  private @Nullable Store opened;

  @BeforeEach
  void open(@TempDir Path folder) {
    opened = Store.open(folder.resolve("s.duckdb"), StoreSettings.DEFAULT);
    store().prepare(List.of(COUNTS));
  }

  @AfterEach
  void close() {
    store().close();
  }

  @Test
  void allRowsAreThoseThatAreKnownNow() {
    load("2026-03-05T00:00:00Z", row(0, "a", 1), row(0, "b", 2));
    load("2026-03-06T00:00:00Z", row(0, "a", 7));
    assertThat(filled(Optional.empty()).values()).extracting(row -> row.get(4)).containsExactly(7L);
  }

  @Test
  void anIntervalIsWholeDaysThatBeginInIt() {
    load("2026-03-05T00:00:00Z", row(0, "a", 1), row(1, "b", 2), row(2, "c", 3));
    Span span =
        new Span(Instant.parse("2026-03-01T12:00:00Z"), Instant.parse("2026-03-03T00:00:00Z"));
    assertThat(filled(Optional.of(span)).values())
        .extracting(row -> row.get(2))
        .containsExactly(FIRST.plusDays(1));
  }

  @Test
  void rowsOfAnotherConnectionAreNotAmongThem() {
    load("2026-03-05T00:00:00Z", row(0, "a", 1));
    try (Answers moment = store().moment()) {
      List<Rows> rows = new ArrayList<>();
      shape.rows(moment, "other", Optional.empty(), rows::add);
      assertThat(rows).isEmpty();
      assertThat(shape.newest(moment, "other")).isZero();
    }
  }

  /** However a table changed, on one day or over several: changes lead to what a fill would. */
  @Test
  void changesLeadWhereAFillWould() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 40; round++) {
      Map<Object, List<@Nullable Object>> before = filled(Optional.empty());
      long known = newest();
      for (int loads = random.nextInt(4); loads > 0; loads--) {
        loadAny(random, round);
      }
      assertThat(changed(before, known)).isEqualTo(filled(Optional.empty()));
      assertThat(changed(filled(Optional.empty()), newest())).isEqualTo(filled(Optional.empty()));
    }
  }

  private void loadAny(SplittableRandom random, int round) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      if (random.nextInt(3) > 0) {
        rows.add(row(random.nextInt(3), "k" + random.nextInt(3), random.nextInt(3)));
      }
    }
    load(
        Instant.parse("2026-03-05T00:00:00Z").plusSeconds(40_000L * round).toString(),
        rows.toArray(new @Nullable Object[0][]));
  }

  private Map<Object, List<@Nullable Object>> changed(
      Map<Object, List<@Nullable Object>> before, long after) {
    Map<Object, List<@Nullable Object>> rows = new HashMap<>(before);
    try (Answers moment = store().moment()) {
      boolean told =
          shape.changes(
              moment,
              "c",
              after,
              new ChangeSink() {
                @Override
                public void rows(Rows came) {
                  keep(came, rows);
                }

                @Override
                public void gone(Rows keys) {
                  keys.cells().forEach(cells -> rows.remove(cells[0]));
                }
              });
      assertThat(told).isTrue();
    }
    return rows;
  }

  private Map<Object, List<@Nullable Object>> filled(Optional<Span> interval) {
    Map<Object, List<@Nullable Object>> rows = new HashMap<>();
    try (Answers moment = store().moment()) {
      shape.rows(moment, "c", interval, came -> keep(came, rows));
    }
    return rows;
  }

  private static void keep(Rows came, Map<Object, List<@Nullable Object>> rows) {
    for (@Nullable Object[] cells : came.cells()) {
      rows.put(String.valueOf(cells[0]), Arrays.asList(cells));
    }
  }

  private long newest() {
    try (Answers moment = store().moment()) {
      return shape.newest(moment, "c");
    }
  }

  private void load(String now, @Nullable Object[]... rows) {
    Instant at = Instant.parse(now);
    Delivery all =
        new Delivery("c", Series.of("counts"), List.of(COUNTS), Scope.EVERYTHING, Instant.MIN, at);
    try (Load load = store().begin(all)) {
      load.add(0, new Rows(COUNTS, List.of(rows)));
      load.commit(Checkpoint.START.readAt(at));
    }
  }

  private Store store() {
    return Objects.requireNonNull(opened);
  }

  private static @Nullable Object[] row(int day, String id, long value) {
    return new @Nullable Object[] {FIRST.plusDays(day), id, value};
  }
}
