package dev.outlay.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.cli.Main;
import dev.outlay.simulator.Settings;
import dev.outlay.simulator.world.Report;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that is killed anywhere costs nothing: after the next one the store holds what it would
 * hold had nobody killed anything. The moments are random, from a seed, and spread over the time
 * one run takes on this machine.
 */
class KillStoryTest {
  private static final int MOMENTS = 50;
  private static final long SEED = 20261121;
  @TempDir private Path folder;

  @Test
  void aFirstRunKilledAtFiftyMomentsEndsInTheSameStore() throws Exception {
    try (World world = world()) {
      killed(world, "empty.duckdb");
    }
  }

  @Test
  void aRunOverRevisionsKilledAtFiftyMomentsEndsInTheSameStore() throws Exception {
    try (World world = world()) {
      assertThat(sync(world, "empty.duckdb").exit()).isZero();
      world.simulator.revise(Report.COST, LocalDate.parse("2026-11-19"), 130);
      world.simulator.revise(Report.USAGE, LocalDate.parse("2026-11-20"), 80);
      world.simulator.revise(Report.CLAUDE_CODE, LocalDate.parse("2026-11-20"), 120);
      world.at(world.now().plus(Duration.ofDays(1)));
      killed(world, "empty.duckdb");
    }
  }

  /** Kills runs on copies of that store, each healed by one more run, and compares. */
  private void killed(World world, String base) throws Exception {
    copy(base, "calm.duckdb");
    long began = System.nanoTime();
    assertThat(child(world, "calm.duckdb").waitFor()).isZero();
    long took = System.nanoTime() - began;
    Map<String, List<String>> expected = world.contents("calm.duckdb");
    Random random = new Random(SEED);
    for (int i = 0; i < MOMENTS; i++) {
      long moment = (long) (took * (0.15 + 0.85 * random.nextDouble()));
      copy(base, "killed.duckdb");
      Process process = child(world, "killed.duckdb");
      boolean ended = process.waitFor(moment, TimeUnit.NANOSECONDS);
      process.destroyForcibly().waitFor();
      assertThat(sync(world, "killed.duckdb").exit()).isZero();
      assertThat(world.contents("killed.duckdb"))
          .as("killed after %d ms (ended by itself: %s), kill %d", moment / 1_000_000, ended, i)
          .isEqualTo(expected);
    }
  }

  private World world() {
    World world = new World(folder, Settings.defaults().withNoise(false));
    world.environment.put("OUTLAY_LOOKBACK_DAYS", "6");
    world.environment.put("OUTLAY_USAGE_1D_LOOKBACK", "6d");
    world.environment.put("OUTLAY_USAGE_1H_LOOKBACK", "2d");
    world.environment.put("OUTLAY_USAGE_1M_LOOKBACK", "1h");
    return world;
  }

  private static Told sync(World world, String store) {
    return world.run(store, "sync", "--progress", "none");
  }

  private Process child(World world, String store) throws IOException {
    ProcessBuilder process =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "sync",
            "--progress",
            "none",
            "--store",
            folder.resolve(store).toString());
    process.environment().putAll(world.environment);
    process.environment().put("OUTLAY_NOW", world.now().toString());
    File nowhere = new File("/dev/null");
    return process.redirectErrorStream(true).redirectOutput(nowhere).start();
  }

  private void copy(String from, String to) throws IOException {
    for (String suffix : List.of("", ".wal")) {
      Path source = folder.resolve(from + suffix);
      Path target = folder.resolve(to + suffix);
      Files.deleteIfExists(target);
      if (Files.exists(source)) {
        Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
