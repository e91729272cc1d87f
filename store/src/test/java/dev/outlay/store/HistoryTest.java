package dev.outlay.store;

import static dev.outlay.store.Fixture.count;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.destination.Changes;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
  @TempDir private Path folder;
  private Fixture store;

  @BeforeEach
  void open() {
    store = Fixture.in(folder);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aChangeOnTheSameDayOverwrites() {
    store.load("2026-03-10T08:00:00Z", count(1, "a", 1), count(1, "b", 1));
    assertThat(store.load("2026-03-10T09:00:00Z", count(1, "a", 2), count(1, "b", 1)))
        .isEqualTo(new Changes(2, 0, 1, 0, false));
    assertThat(store.history()).containsExactly("a 2 10-08 now 2", "b 1 10-08 now 1");
  }

  @Test
  void aChangeOnALaterDayKeepsTheOldVersion() {
    store.load("2026-03-10T08:00:00Z", count(1, "a", 1), count(1, "b", 1));
    store.load("2026-03-11T09:00:00Z", count(1, "a", 2), count(1, "b", 1));
    store.load("2026-03-11T10:00:00Z", count(1, "a", 3), count(1, "b", 1));
    assertThat(store.history())
        .containsExactly("a 1 10-08 11-09 2", "a 3 11-09 now 3", "b 1 10-08 now 1");
  }

  @Test
  void whatVanishesTheDayItCameStaysAsAClosedVersion() {
    store.load("2026-03-10T08:00:00Z", count(1, "a", 1), count(1, "b", 1));
    store.load("2026-03-10T09:00:00Z", count(1, "b", 1));
    assertThat(store.history()).containsExactly("a 1 10-08 10-09 2", "b 1 10-08 now 1");
  }

  @Test
  void whatComesBackTheSameDayIsThatVersionAgain() {
    store.load("2026-03-10T08:00:00Z", count(1, "a", 1), count(1, "b", 1));
    store.load("2026-03-10T09:00:00Z", count(1, "b", 1));
    assertThat(store.load("2026-03-10T10:00:00Z", count(1, "a", 5), count(1, "b", 1)).added())
        .isEqualTo(1);
    assertThat(store.history()).containsExactly("a 5 10-08 now 3", "b 1 10-08 now 1");
  }

  @Test
  void whatComesBackLaterIsANewVersion() {
    store.load("2026-03-10T08:00:00Z", count(1, "a", 1), count(1, "b", 1));
    store.load("2026-03-11T09:00:00Z", count(1, "b", 1));
    store.load("2026-03-11T10:00:00Z", count(1, "a", 1), count(1, "b", 1));
    store.load("2026-03-11T11:00:00Z", count(1, "b", 1));
    store.load("2026-03-11T12:00:00Z", count(1, "a", 1), count(1, "b", 1));
    assertThat(store.history())
        .containsExactly("a 1 10-08 11-09 2", "a 1 11-10 now 5", "b 1 10-08 now 1");
  }

  @Test
  void everythingMayVanishAndComeBack() {
    store.load("2026-03-10T08:00:00Z", count(1, "a", 1));
    store.load("2026-03-10T09:00:00Z");
    store.load("2026-03-10T10:00:00Z", count(1, "a", 1));
    assertThat(store.history()).containsExactly("a 1 10-08 now 3");
  }

  @Test
  void theSameRowsAgainWriteNothing() {
    store.load("2026-03-10T08:00:00Z", count(1, "a", 1), count(1, null, 1));
    store.load("2026-03-12T08:00:00Z", count(1, "a", 1), count(1, null, 1));
    assertThat(store.history()).containsExactly("a 1 10-08 now 1", "1 10-08 now 1");
  }

  @Test
  void aRowKeepsItsIdThroughItsVersionsAndInAnotherStore() {
    store.load("2026-03-10T08:00:00Z", count(1, "a", 1), count(1, null, 1), count(1, "", 1));
    store.load("2026-03-11T08:00:00Z", count(1, "a", 2), count(1, null, 1), count(1, "", 1));
    assertThat(store.lines("SELECT DISTINCT row_id FROM history.counts WHERE id = 'a'")).hasSize(1);
    assertThat(store.lines("SELECT count(DISTINCT row_id) FROM history.counts"))
        .containsExactly("3");
    try (Fixture other =
        new Fixture(Store.open(folder.resolve("o.duckdb"), StoreSettings.DEFAULT))) {
      other.store().prepare(java.util.List.of(Fixture.COUNTS));
      other.store().connect(java.util.Optional.of("x"), "x", "org-x");
      other.load("2026-03-12T08:00:00Z", count(1, "a", 7));
      assertThat(other.lines("SELECT row_id FROM history.counts"))
          .isEqualTo(store.lines("SELECT DISTINCT row_id FROM history.counts WHERE id = 'a'"));
    }
  }

  @Test
  void numbersOfLoadsRiseInTheOrderOfTheirCommits() throws Exception {
    var day = Fixture.DAY;
    var first = store.store().begin(during(day, 0));
    var second = store.store().begin(during(day, 1));
    first.add(0, rows(count(1, "first", 1)));
    second.add(0, rows(count(25, "second", 1)));
    second.commit(dev.outlay.table.Checkpoint.START);
    first.commit(dev.outlay.table.Checkpoint.START);
    assertThat(store.lines("SELECT id FROM history.counts ORDER BY load_seq"))
        .containsExactly("second", "first");
  }

  private static dev.outlay.table.Rows rows(Object[] row) {
    return new dev.outlay.table.Rows(Fixture.COUNTS, java.util.List.<Object[]>of(row));
  }

  private static dev.outlay.destination.Delivery during(java.time.Instant day, int plus) {
    var start = day.plus(java.time.Duration.ofDays(plus));
    var span = new dev.outlay.table.Span(start, start.plus(java.time.Duration.ofDays(1)));
    return new dev.outlay.destination.Delivery(
        "c",
        new dev.outlay.table.Series("counts", "", "", "", "" + plus),
        java.util.List.of(Fixture.COUNTS),
        dev.outlay.table.Scope.of(new dev.outlay.table.Scope.During("at", span)),
        day,
        day);
  }
}
