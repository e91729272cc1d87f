package dev.outlay.store;

import static dev.outlay.store.Fixture.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** So many rows change at once that they are written anew instead of updated. */
class ManyChangesTest {
  private static final int ROWS = 120_000;
  private static final Instant FIRST = Instant.parse("2026-03-01T08:00:00Z");
  private static final Instant NEXT = Instant.parse("2026-03-02T08:00:00Z");

  @TempDir private Path folder;
  private Fixture store;

  @BeforeEach
  void open() {
    store = Fixture.in(folder);
    load(FIRST, ROWS, 1);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatWasKnownBeforeStaysInTheHistory() {
    load(NEXT, ROWS, 2);
    assertThat(known()).containsExactly("120000 rows of 2");
    assertThat(history()).containsExactly("120000 of 1 until 02", "120000 of 2 until now");
  }

  @Test
  void whatChangesTwiceInADayIsThereWithItsNewestValue() {
    load(NEXT, ROWS, 2);
    load(NEXT.plusSeconds(60), ROWS, 3);
    assertThat(known()).containsExactly("120000 rows of 3");
    assertThat(history()).containsExactly("120000 of 1 until 02", "120000 of 3 until now");
  }

  @Test
  void aFewThatChangeAmongManyNewOnesAreNotLost() {
    load(FIRST.plusSeconds(60), ROWS, 2);
    load(FIRST.plusSeconds(120), 10, 3);
    load(FIRST.plusSeconds(180), ROWS, 4);
    assertThat(known()).containsExactly("120000 rows of 4");
    assertThat(history()).containsExactly("120000 of 4 until now");
  }

  @Test
  void whatVanishesIsClosed() {
    load(NEXT, 5, 1);
    assertThat(known()).containsExactly("5 rows of 1");
    assertThat(history()).containsExactly("119995 of 1 until 02", "5 of 1 until now");
  }

  private void load(Instant now, int rows, long value) {
    store.load(
        now,
        DAY,
        IntStream.range(0, rows)
            .<@Nullable Object[]>mapToObj(i -> Fixture.count(i % 24, "row " + i, value))
            .toArray(Object[][]::new));
  }

  private List<String> known() {
    return store.lines("SELECT count(*) || ' rows of ' || value FROM counts GROUP BY value");
  }

  private List<String> history() {
    return store.lines(
        "SELECT count(*) || ' of ' || value || ' until ' || coalesce(strftime(known_to, '%d'), 'now')"
            + " FROM history.counts GROUP BY value, known_to ORDER BY known_to NULLS LAST, value");
  }
}
