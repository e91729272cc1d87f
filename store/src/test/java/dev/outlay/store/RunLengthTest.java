package dev.outlay.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLengthTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:30:00Z");

  @TempDir private Path folder;

  @Test
  void aRunEndsWhenItEndedAndNotWhenItBegan() {
    try (SimulatedStore store = new SimulatedStore(folder)) {
      store.taking(Duration.ofMillis(2_500));
      store.sync(NOW, "organization");
      assertThat(times(store)).containsExactly(NOW, NOW.plusMillis(2_500));
    }
  }

  private static List<Instant> times(SimulatedStore store) {
    List<Instant> times = new ArrayList<>();
    store
        .answers()
        .query(
            "SELECT started_at, finished_at FROM syncs",
            new ResultSink() {
              @Override
              public void columns(List<ResultColumn> columns) {}

              @Override
              public void row(@Nullable Object[] cells) {
                times.add((Instant) cells[0]);
                times.add((Instant) cells[1]);
              }
            });
    return times;
  }
}
