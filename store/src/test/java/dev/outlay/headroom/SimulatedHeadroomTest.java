package dev.outlay.headroom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.store.Line;
import dev.outlay.store.SimulatedStore;
import dev.outlay.table.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the simulated organisation, with an oracle that adds up the plain way. */
final class SimulatedHeadroomTest {
  private static final Instant NOW = SimulatedStore.START;
  private static final Span DAY = new Span(NOW.minus(Duration.ofHours(24)), NOW);

  @TempDir private Path folder;

  @Test
  void everyPeakIsThatOfThePlainSum() {
    try (SimulatedStore world = new SimulatedStore(folder)) {
      world.sync(NOW, "rate_limits", "workspace_rate_limits", "workspaces", "usage_report");
      HeadroomAnswer answer = new Headroom(world.answers()).read(DAY, NOW, Optional.empty());
      List<Line> rows =
          Line.of(
              world.answers(),
              "SELECT bucket_start, bucket_end, model, workspace_id, uncached_input_tokens, cache_creation_5m_input_tokens,"
                  + " cache_creation_1h_input_tokens, output_tokens, cache_read_input_tokens FROM usage_report WHERE bucket_width = '1m'");
      assertThat(answer.limits()).hasSizeGreaterThan(100);
      assertThat(answer.limits().stream().filter(use -> use.peak().isPresent()))
          .hasSizeGreaterThan(20)
          .anyMatch(use -> use.source().equals("own"))
          .anyMatch(use -> use.source().equals("inherited"));
      for (LimitUse use : answer.limits()) {
        assertThat(use.peak().map(Peak::tokens).orElse(0L))
            .as(use.toString())
            .isEqualTo(use.measurable() ? peak(use, rows) : 0);
      }
      series(world, answer.limits().getFirst());
    }
  }

  private static void series(SimulatedStore world, LimitUse tightest) {
    LimitSeries series =
        new Headroom(world.answers())
            .series(tightest.key(), DAY, NOW, Optional.empty(), 300)
            .orElseThrow();
    assertThat(series.points()).hasSizeBetween(250, 300);
    assertThat(series.points().stream().mapToLong(SeriesPoint::perMinute).max())
        .hasValue(tightest.peak().orElseThrow().perMinute());
  }

  private static long peak(LimitUse use, List<Line> rows) {
    Map<Instant, Long> minutes = new HashMap<>();
    for (Line row : rows) {
      String model = row.name(2);
      boolean here =
          use.scope().equals("organization") || row.text(3).equals(Optional.of(use.scope()));
      if (here
          && use.models().contains(model)
          && DAY.contains(row.instant(0).orElseThrow())
          && !row.instant(1).orElseThrow().isAfter(NOW)) {
        long tokens =
            use.limiter().startsWith("output")
                ? row.number(7).orElseThrow()
                : row.number(4).orElseThrow()
                    + row.number(5).orElseThrow()
                    + row.number(6).orElseThrow()
                    + (model.contains("3-5") ? row.number(8).orElseThrow() : 0);
        minutes.merge(row.instant(0).orElseThrow(), tokens, Long::sum);
      }
    }
    return minutes.values().stream().max(Long::compare).orElse(0L);
  }
}
