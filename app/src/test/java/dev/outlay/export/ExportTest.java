package dev.outlay.export;

import static dev.outlay.table.Type.Plain.DATE;
import static dev.outlay.table.Type.Plain.INTEGER;
import static dev.outlay.table.Type.Plain.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.destination.Delivery;
import dev.outlay.destination.Load;
import dev.outlay.destination.Mirror;
import dev.outlay.shape.Shape;
import dev.outlay.shape.StoredTable;
import dev.outlay.store.Store;
import dev.outlay.store.StoreSettings;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Column;
import dev.outlay.table.Rows;
import dev.outlay.table.Scope;
import dev.outlay.table.Series;
import dev.outlay.table.Span;
import dev.outlay.table.Table;
import dev.outlay.testkit.MemoryDestination;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
  private static final Instant NOW = Instant.parse("2026-03-05T00:00:00Z");
  private static final Table COUNTS =
      new Table(
          "counts",
          "Counts.",
          List.of(
              new Column("date", DATE, true, ""),
              new Column("id", TEXT, true, ""),
              new Column("value", INTEGER, false, "")),
          Table.Twins.NUMBERED);
  private static final List<Shape> SHAPES = List.of(new StoredTable(COUNTS));
  private final MemoryDestination place = new MemoryDestination("elsewhere");
  private @TempDir @Nullable Path folder;
  private @Nullable Store opened;

  @BeforeEach
  void open() {
    opened = store("s.duckdb");
  }

  @AfterEach
  void close() {
    store().close();
  }

  @Test
  void theFirstRunSendsEverythingAndTheNextNothing() {
    load(row(0, "a", 1), row(1, "b", 2));
    assertThat(run(new Way.Current()).getFirst().changes().added()).isEqualTo(2);
    Passed again = run(new Way.Current()).getFirst();
    assertThat(again.how()).isEqualTo(Passed.How.NOTHING);
    assertThat(there()).containsExactlyInAnyOrder("a 1", "b 2");
  }

  @Test
  void whatSomebodyElseSentMeanwhileIsNotSentAgain() {
    load(row(0, "a", 1));
    Mirror late = new Late(place, new MemoryDestination("empty"));
    run(new Way.Current());
    Passed passed =
        new Export(store(), late, () -> NOW, _ -> {}).run(SHAPES, new Way.Current()).getFirst();
    assertThat(passed.how()).isEqualTo(Passed.How.NOTHING);
    assertThat(there()).containsExactly("a 1");
  }

  @Test
  void onlyWhatChangedIsSentAfterwards() {
    load(row(0, "a", 1), row(0, "b", 2), row(0, "c", 3));
    run(new Way.Current());
    load(row(0, "a", 1), row(0, "b", 7));
    Passed passed = run(new Way.Current()).getFirst();
    assertThat(passed.how()).isEqualTo(Passed.How.CHANGES);
    assertThat(passed.rows()).isEqualTo(1);
    assertThat(there()).containsExactlyInAnyOrder("a 1", "b 7");
  }

  @Test
  void anIntervalTouchesNothingElse() {
    load(row(0, "a", 1), row(1, "b", 2));
    run(new Way.Current());
    load(row(0, "a", 5), row(1, "b", 6));
    Instant second = Instant.parse("2026-03-02T00:00:00Z");
    run(new Way.Interval(new Span(second, Instant.MAX)));
    assertThat(there()).containsExactlyInAnyOrder("a 1", "b 6");
    run(new Way.Current());
    assertThat(there()).containsExactlyInAnyOrder("a 5", "b 6");
  }

  @Test
  void aConnectionThatIsRemovedIsTakenAwayThereToo() {
    load(row(0, "a", 1));
    run(new Way.Current());
    store().remove("c");
    assertThat(run(new Way.Current()))
        .singleElement()
        .extracting(Passed::how)
        .isEqualTo(Passed.How.CLEAR);
    assertThat(there()).isEmpty();
    assertThat(place.connections().stream().map(each -> place.of(each, Series.of("counts"))))
        .allMatch(Checkpoint.START::equals);
  }

  @Test
  void aConnectionThatIsRenamedIsThereOnceUnderItsNewName() {
    load(row(0, "a", 1));
    store().connect(Optional.of("c"), "before", "org-1");
    run(new Way.Current());
    store().connect(Optional.of("c"), "after", "org-1");
    run(new Way.Current());
    assertThat(place.rows(SHAPES.getFirst().table()))
        .singleElement()
        .satisfies(row -> assertThat(row.get(1)).isEqualTo("after"));
  }

  @Test
  void theRowsOfAnotherStoreAreLeftAlone() {
    load(row(0, "a", 1));
    run(new Way.Current());
    try (Store other = store("other.duckdb")) {
      load(other, "d", row(0, "z", 9));
      new Export(other, place, () -> NOW, _ -> {}).run(SHAPES, new Way.Current());
    }
    assertThat(there()).containsExactlyInAnyOrder("a 1", "z 9");
  }

  @Test
  void aStoreCollectedAnewReplacesWhatTheOldOneSent() {
    load(row(0, "a", 1), row(0, "b", 2));
    run(new Way.Current());
    try (Store anew = store("anew.duckdb")) {
      load(anew, "c", row(0, "a", 1));
      new Export(anew, place, () -> NOW, _ -> {}).run(SHAPES, new Way.Current());
    }
    assertThat(there()).containsExactly("a 1");
  }

  @Test
  void aPlaceThatIsGoneIsAskedOnceAndSaysSo() {
    load(row(0, "a", 1));
    place.prepare(List.of(SHAPES.getFirst().table()));
    List<Shape> twice = List.of(SHAPES.getFirst(), SHAPES.getFirst());
    MemoryDestination gone = new MemoryDestination("gone");
    gone.prepare(List.of(SHAPES.getFirst().table()));
    List<Passed> told = new ArrayList<>();
    Export export =
        new Export(
            store(),
            gone,
            () -> {
              gone.close();
              return NOW;
            },
            told::add);
    assertThat(export.run(twice, new Way.Current())).hasSize(1).isEqualTo(told);
    assertThat(told.getFirst().failure().orElseThrow()).hasMessageContaining("gone");
  }

  @Test
  void aPlanSendsNothing() {
    load(row(0, "a", 1), row(0, "b", 2));
    Passed planned = export().plan(SHAPES, new Way.Current()).getFirst();
    assertThat(planned.rows()).isEqualTo(2);
    assertThat(place.connections()).isEmpty();
  }

  @Test
  void whateverHappensThePlaceEndsAsTheStore() {
    SplittableRandom random = new SplittableRandom(11);
    for (int round = 0; round < 30; round++) {
      List<@Nullable Object[]> rows = new ArrayList<>();
      for (int i = random.nextInt(6); i > 0; i--) {
        rows.add(row(random.nextInt(3), "k" + random.nextInt(3), random.nextInt(3)));
      }
      Instant now = NOW.plusSeconds(30_000L * round);
      load(store(), "c", now, rows.toArray(new @Nullable Object[0][]));
      if (random.nextBoolean()) {
        run(random.nextInt(5) == 0 ? new Way.Full() : new Way.Current());
        assertThat(there()).containsExactlyInAnyOrderElementsOf(lines(rows));
      }
    }
  }

  private static List<String> lines(List<@Nullable Object[]> rows) {
    return rows.stream().map(row -> row[1] + " " + row[2]).toList();
  }

  private List<String> there() {
    Table table = SHAPES.getFirst().table();
    Set<Object> ids = new HashSet<>();
    return place.rows(table).stream()
        .peek(row -> assertThat(ids.add(String.valueOf(row.getFirst()))).isTrue())
        .map(row -> row.get(3) + " " + row.get(4))
        .toList();
  }

  private List<Passed> run(Way way) {
    return export().run(SHAPES, way);
  }

  private Export export() {
    return new Export(store(), place, () -> NOW, _ -> {});
  }

  private void load(@Nullable Object[]... rows) {
    load(store(), "c", rows);
  }

  private static void load(Store store, String connection, @Nullable Object[]... rows) {
    load(store, connection, NOW, rows);
  }

  private static void load(
      Store store, String connection, Instant now, @Nullable Object[]... rows) {
    Series series = Series.of("counts");
    Delivery all =
        new Delivery(connection, series, List.of(COUNTS), Scope.EVERYTHING, Instant.MIN, now);
    try (Load load = store.begin(all)) {
      load.add(0, new Rows(COUNTS, Arrays.asList(rows)));
      load.commit(Checkpoint.START.readAt(now));
    }
  }

  private Store store(String name) {
    Store store = Store.open(Objects.requireNonNull(folder).resolve(name), StoreSettings.DEFAULT);
    store.prepare(List.of(COUNTS));
    return store;
  }

  private Store store() {
    return Objects.requireNonNull(opened);
  }

  private static @Nullable Object[] row(int day, String id, long value) {
    return new @Nullable Object[] {FIRST.plusDays(day), id, value};
  }
}
