package dev.outlay.store;

import static dev.outlay.store.Fixture.DAY;
import static dev.outlay.store.Fixture.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.destination.Changes;
import dev.outlay.destination.Delivery;
import dev.outlay.destination.Load;
import dev.outlay.failure.Failure.KeepFailed;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Coverage;
import dev.outlay.table.Covered;
import dev.outlay.table.Rows;
import dev.outlay.table.Scope;
import dev.outlay.table.Series;
import dev.outlay.table.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What many connections need of the store: few commits, and one that goes leaves nothing. */
class ManyLoadsTest {
  private static final int CONNECTIONS = 20;
  private static final int ROUNDS = 6;
  private static final Instant NOW = DAY.plus(Duration.ofHours(8));

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
  void anAnswerWithNothingNewIsNoCommitAndIsKnownAllTheSame() {
    store.load("2026-03-01T08:00:00Z", count(1, "a", 1));
    long version = store.store().version();
    store.load("2026-03-01T09:00:00Z", count(1, "a", 1));
    assertThat(store.store().version()).isEqualTo(version);
    assertThat(store.store().of("c", Fixture.SERIES).readAt())
        .contains(Instant.parse("2026-03-01T09:00:00Z"));
    store.store().note(List.of());
    assertThat(store.store().version()).isGreaterThan(version);
    assertThat(store.lines("SELECT strftime(read_at, '%H') FROM coverage")).containsExactly("09");
  }

  @Test
  void whatWasNotWorthACommitIsThereAfterTheNextStart() {
    store.load("2026-03-01T08:00:00Z", count(1, "a", 1));
    store.load("2026-03-01T09:00:00Z", count(1, "a", 1));
    Checkpoint known = store.store().of("c", Fixture.SERIES);
    store.close();
    store = Fixture.in(folder);
    assertThat(store.store().of("c", Fixture.SERIES)).isEqualTo(known);
  }

  @Test
  void aLoadThatWasOpenWhileOthersWereWrittenKeepsOneCheckpoint() {
    load("c", Fixture.SERIES, DAY);
    try (Load later = store.store().begin(delivery("c", Fixture.SERIES, day(1)))) {
      for (int i = 0; i < 600; i++) {
        later.add(0, new Rows(Fixture.COUNTS, rows(count(24 + i % 24, "row " + i, 1))));
      }
      later.discard(1);
      load("c", Fixture.SERIES, DAY);
      store.store().note(List.of());
      later.commit(checkpoint(day(1)));
    }
    assertThat(store.lines("SELECT count(*) FROM coverage")).containsExactly("1");
    store.close();
    store = Fixture.in(folder);
    assertThat(store.store().of("c", Fixture.SERIES)).isEqualTo(checkpoint(day(1)));
    assertThat(store.lines("SELECT count(*) FROM counts")).containsExactly("600");
  }

  @Test
  void rowsThatAnotherSeriesClosedComeBackWithTheSameAnswer() {
    Series one = new Series("counts", "", "", "", "one");
    load("c", one, DAY, count(1, "a", 1));
    load("c", Series.of("counts"), DAY);
    assertThat(store.lines("SELECT count(*) FROM counts")).containsExactly("0");
    load("c", one, DAY, count(1, "a", 1));
    assertThat(store.lines("SELECT count(*) FROM counts")).containsExactly("1");
  }

  @Test
  void aConnectionThatIsRemovedLeavesNothingAndTouchesNobody() {
    load("one", Fixture.SERIES, DAY, count(1, "a", 1));
    load("two", Fixture.SERIES, DAY, count(1, "a", 2));
    store.store().began("one", "counts", NOW);
    store.store().remove("one");
    assertThat(store.lines("SELECT connection || ' ' || value FROM counts"))
        .containsExactly("two 2");
    assertThat(store.lines("SELECT count(*) FROM history.counts")).containsExactly("1");
    assertThat(store.lines("SELECT DISTINCT connection FROM coverage")).containsExactly("two");
    assertThat(store.lines("SELECT count(*) FROM syncs")).containsExactly("0");
    store.store().connect(Optional.empty(), "new", "org");
    load(store.store().connections().getLast().id(), Fixture.SERIES, DAY, count(2, "b", 3));
    assertThat(store.lines("SELECT connection || ' ' || value FROM counts ORDER BY ALL"))
        .containsExactly("new 3", "two 2");
    store.close();
    store = Fixture.in(folder);
    assertThat(store.lines("SELECT connection || ' ' || value FROM counts ORDER BY ALL"))
        .containsExactly("new 3", "two 2");
  }

  @Test
  void whoeverStillReadsForARemovedConnectionKeepsNothing() {
    load("one", Fixture.SERIES, DAY, count(1, "a", 1));
    try (Load open = store.store().begin(delivery("one", Fixture.SERIES, day(1)))) {
      open.add(0, new Rows(Fixture.COUNTS, rows(count(25, "b", 1))));
      store.store().remove("one");
      assertThatThrownBy(() -> open.commit(checkpoint(day(1)))).isInstanceOf(KeepFailed.class);
    }
    assertThatThrownBy(() -> load("one", Fixture.SERIES, DAY)).hasMessageContaining("removed");
    assertThat(store.lines("SELECT count(*) FROM counts")).containsExactly("0");
    assertThat(store.store().connections()).isEmpty();
  }

  @Test
  void manyThatAreKeptAtOnceEndAsEachAloneAndInFewerCommits() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    try (Fixture alone = Fixture.in(other)) {
      long commits = 0;
      for (int round = 0; round < ROUNDS; round++) {
        Instant now = NOW.plus(Duration.ofHours(7L * round));
        List<Delivery> all = deliveries(now);
        List<List<@Nullable Object[]>> rows = answers(round);
        List<Changes> apart = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
          apart.add(alone.commit(all.get(i), checkpoint(day(0)), rows.get(i)));
        }
        long before = store.store().version();
        assertThat(atOnce(all, rows)).isEqualTo(apart);
        commits += store.store().version() - before;
      }
      assertThat(commits).isLessThan(ROUNDS * CONNECTIONS / 2);
      String kept =
          "SELECT concat_ws(' ', connection, \"at\", id, value, known_from, known_to) FROM history.counts ORDER BY ALL";
      assertThat(store.lines(kept)).isEqualTo(alone.lines(kept)).hasSizeGreaterThan(CONNECTIONS);
      String known =
          "SELECT concat_ws(' ', connection, span_start, read_at) FROM coverage ORDER BY ALL";
      assertThat(store.lines(known)).isEqualTo(alone.lines(known));
    }
  }

  private static List<Delivery> deliveries(Instant now) {
    return IntStream.range(0, CONNECTIONS)
        .mapToObj(i ->
            new Delivery(
                "connection " + i,
                Fixture.SERIES,
                List.of(Fixture.COUNTS),
                Scope.of(new Scope.During("at", day(i % 3))),
                i % 5 == 0 ? DAY.plus(Duration.ofDays(9)) : DAY,
                now))
        .toList();
  }

  /** Rows come, change and vanish; of the first connection too many at once, so that it is held. */
  private static List<List<@Nullable Object[]>> answers(int round) {
    SplittableRandom random = new SplittableRandom(round);
    List<List<@Nullable Object[]>> answers = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      int most = i == 0 ? (round < 3 ? 20 : 2) : 8;
      int day = i % 3;
      answers.add(
          new ArrayList<>(
              IntStream.range(0, most)
                  .filter(_ -> most > 8 || random.nextInt(3) > 0)
                  .<@Nullable Object[]>mapToObj(
                      row -> count(24 * day + row, "row " + row % 4, random.nextInt(3)))
                  .toList()));
    }
    return answers;
  }

  private List<Changes> atOnce(List<Delivery> all, List<List<@Nullable Object[]>> rows)
      throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Changes>> changes = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        int at = i;
        changes.add(
            threads.submit(() -> store.commit(all.get(at), checkpoint(day(0)), rows.get(at))));
      }
      List<Changes> came = new ArrayList<>();
      for (Future<Changes> each : changes) {
        came.add(each.get());
      }
      return came;
    }
  }

  private void load(String connection, Series series, Instant day, @Nullable Object[]... rows) {
    Delivery delivery = delivery(connection, series, new Span(day, day.plus(Duration.ofDays(1))));
    store.commit(delivery, checkpoint(day(0)), Arrays.asList(rows));
  }

  private static Delivery delivery(String connection, Series series, Span span) {
    return new Delivery(
        connection,
        series,
        List.of(Fixture.COUNTS),
        Scope.of(new Scope.During("at", span)),
        DAY,
        NOW);
  }

  private static Span day(int number) {
    Instant start = DAY.plus(Duration.ofDays(number));
    return new Span(start, start.plus(Duration.ofDays(1)));
  }

  private static Checkpoint checkpoint(Span span) {
    return new Checkpoint(
        Coverage.NONE.with(new Covered(span, NOW, DAY, DAY)), Optional.empty(), Optional.of(NOW));
  }

  private static List<@Nullable Object[]> rows(@Nullable Object[]... rows) {
    return new ArrayList<>(Arrays.asList(rows));
  }
}
