package dev.outlay.store;

import static dev.outlay.store.Fixture.count;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.destination.Changes;
import dev.outlay.table.Checkpoint;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldTest {
  private static final Instant SETTLED = Fixture.DAY.plus(Duration.ofHours(12));

  @TempDir private Path folder;
  private Fixture store;

  @BeforeEach
  void fill() {
    store = Fixture.in(folder);
    load("2026-03-10T08:00:00Z", 0, 100);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aLoadThatWouldCloseTooMuchIsHeldUntilItComesAgain() {
    Checkpoint before = store.store().of("c", Fixture.SERIES);
    assertThat(load("2026-03-11T08:00:00Z", 0, 70)).isEqualTo(new Changes(70, 0, 0, 0, true));
    assertThat(current()).isEqualTo(100);
    assertThat(store.store().of("c", Fixture.SERIES)).isEqualTo(before);
    assertThat(load("2026-03-11T09:00:00Z", 0, 70)).isEqualTo(new Changes(70, 0, 0, 30, false));
    assertThat(current()).isEqualTo(70);
    assertThat(store.store().of("c", Fixture.SERIES)).isNotEqualTo(before);
  }

  @Test
  void anotherAnswerThatClosesTooMuchIsHeldAnew() {
    assertThat(load("2026-03-11T08:00:00Z", 0, 70).held()).isTrue();
    assertThat(load("2026-03-11T09:00:00Z", 40, 100).held()).isTrue();
    assertThat(load("2026-03-11T10:00:00Z", 0, 70).held()).isTrue();
    assertThat(load("2026-03-11T11:00:00Z", 0, 70).held()).isFalse();
  }

  @Test
  void aHarmlessAnswerRemovesTheMark() {
    assertThat(load("2026-03-11T08:00:00Z", 0, 70).held()).isTrue();
    assertThat(load("2026-03-11T09:00:00Z", 0, 95).closed()).isEqualTo(5);
    assertThat(load("2026-03-11T10:00:00Z", 0, 70).held()).isTrue();
  }

  @Test
  void aHeldLoadIsRememberedByTheFile() {
    assertThat(load("2026-03-11T08:00:00Z", 0, 70).held()).isTrue();
    store.close();
    store = Fixture.in(folder);
    assertThat(load("2026-03-11T09:00:00Z", 0, 70).closed()).isEqualTo(30);
  }

  @Test
  void tenRowsOrAFifthMayVanish() {
    assertThat(load("2026-03-11T08:00:00Z", 0, 80).closed()).isEqualTo(20);
    assertThat(load("2026-03-11T09:00:00Z", 0, 70).closed()).isEqualTo(10);
  }

  @Test
  void provisionalRowsMayAllVanish() {
    Changes changes =
        store.load(Instant.parse("2026-03-11T08:00:00Z"), Fixture.DAY, count(1, "0", 0));
    assertThat(changes.closed()).isEqualTo(99);
  }

  private Changes load(String now, int from, int to) {
    @Nullable Object[][] rows =
        IntStream.range(from, to)
            .mapToObj(i -> count(1, Integer.toString(i), i))
            .toArray(Object[][]::new);
    return store.load(Instant.parse(now), SETTLED, rows);
  }

  private long current() {
    return (Long) Answer.of(store.store(), "SELECT count(*) FROM counts").cell();
  }
}
