package dev.outlay.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.simulator.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A clock that is an hour wrong does no harm: the server's decides what has ended. */
class ClockStoryTest {
  @TempDir private Path folder;

  @ParameterizedTest(name = "the server is {0} minutes ahead")
  @ValueSource(longs = {60, -60})
  void theServersClockDecidesWhatIsCollected(long minutes) {
    Duration ahead = Duration.ofMinutes(minutes);
    try (World world = new World(folder, Settings.defaults())) {
      Instant there = InstantSource.system().instant().plus(ahead);
      world.at(there);
      world.toldTheTime = false;
      world.environment.put("OUTLAY_USAGE_1M_LOOKBACK", "3h");

      Told told = world.run("one.duckdb", "sync", "--datasets", "usage_report", "--width", "1m");

      assertThat(told.exit()).as(told.all()).isZero();
      String end =
          world
              .run("one.duckdb", "query", "--format", "csv", "SELECT max(span_end) FROM coverage")
              .out()
              .lines()
              .skip(1)
              .findFirst()
              .orElseThrow();
      Instant known = Instant.parse(end.replace(' ', 'T'));
      assertThat(known)
          .isBetween(there.truncatedTo(ChronoUnit.MINUTES), there.plus(Duration.ofMinutes(2)));
    }
  }
}
