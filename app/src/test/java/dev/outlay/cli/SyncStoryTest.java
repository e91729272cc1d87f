package dev.outlay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.simulator.Settings;
import dev.outlay.simulator.Simulator;
import dev.outlay.simulator.world.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncStoryTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final String OTHER_KEY = Settings.KEY + "-2";
  @TempDir private Path folder = Path.of("");
  private World world = new World(Path.of(""));
  private final Simulator simulator =
      Simulator.start(
          Settings.defaults()
              .withClock(() -> NOW)
              .withOrganizations(2)
              .withSize(Size.demo().withStreams(6).withHistoryDays(40).withDevelopers(2)));

  @BeforeEach
  void setUp() {
    world =
        new World(folder)
            .with("ANTHROPIC_ADMIN_KEY", Settings.KEY)
            .with("OUTLAY_BASE_URL", simulator.url().toString())
            .with("OUTLAY_STORE", "own.duckdb")
            .with("OUTLAY_NOW", NOW.toString())
            .with("OUTLAY_LOOKBACK_DAYS", "30")
            .with("OUTLAY_ATTEMPTS", "1");
  }

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void collectsThenFindsNothingNew() {
    int code = world.run("sync");
    assertThat(code).as(world.err()).isZero();
    assertThat(world.err()).contains("cost_report: done");
    assertThat(world.out()).contains("service_accounts").contains("not entitled");
    String first = total();

    code = world.run("sync");
    assertThat(code).as(world.err()).isZero();
    assertThat(first).doesNotMatch("total +\\d+ +0 .*");
    assertThat(total()).matches("total +[\\d,]+ +0 +0 +0 .*");
  }

  @Test
  void answersFromWhatWasCollected() {
    world.run("sync", "--datasets", "cost_report", "--progress", "none");

    assertThat(
            world.run("query", "SELECT count(*) > 0 AS some FROM cost_report", "--format", "csv"))
        .isZero();
    assertThat(world.out().lines()).containsExactly("some", "true");
    assertThat(world.run("datasets")).isZero();
    assertThat(world.out()).contains("rows; 1d 2026-10-");
    assertThat(world.run("doctor")).isZero();
    assertThat(world.out()).contains("DuckDB v").contains("synced");
  }

  @Test
  void keepsTheRestWhenOneDatasetFails() {
    simulator.faults().script("on /v1/organizations/cost_report: status 500");

    assertThat(world.run("sync", "--datasets", "cost_report,users")).isEqualTo(1);
    assertThat(world.err()).contains("outlay: default: cost_report").contains("HTTP 500");
    assertThat(world.out()).contains("failed").contains("users");
  }

  @Test
  void endsWithThreeWhenTheKeyIsRefused() {
    world.with("ANTHROPIC_ADMIN_KEY", "sk-ant-admin01-somebody-elses-key-0000");

    assertThat(world.run("sync")).isEqualTo(3);
    assertThat(world.err()).contains("outlay: default: ").doesNotContain("somebody");
  }

  @Test
  void goesOnWithTheNextConnectionWhenOneIsRefused() throws IOException {
    connections("refused", "sk-ant-admin01-somebody-elses-key-0000", "good", Settings.KEY);

    assertThat(world.run("sync", "--datasets", "users")).isEqualTo(3);
    assertThat(world.out()).contains("users");
    assertThat(world.run("query", "SELECT DISTINCT connection FROM users", "--format", "csv"))
        .isZero();
    assertThat(world.out().lines()).containsExactly("connection", "good");
  }

  @Test
  void collectsSeveralOrganisationsSideBySide() throws IOException {
    connections("one", Settings.KEY, "two", OTHER_KEY);

    assertThat(world.run("sync", "--datasets", "workspaces")).isZero();
    world.run("query", "SELECT DISTINCT connection FROM workspaces ORDER BY 1", "--format", "csv");
    assertThat(world.out().lines()).containsExactly("connection", "one", "two");
  }

  @Test
  void refusesToCountOneOrganisationTwice() throws IOException {
    connections("one", Settings.KEY, "twin", Settings.KEY);

    assertThat(world.run("sync", "--datasets", "users")).isEqualTo(1);
    assertThat(world.err()).contains("already collected as one");
  }

  @Test
  void keepsItsHistoryWhenAConnectionIsRenamed() throws IOException {
    world.run("sync", "--datasets", "users");
    Files.writeString(
        folder.resolve("outlay.yml"), "connections: { anthropic: [ { name: renamed } ] }");

    assertThat(world.run("sync", "--datasets", "users")).isZero();
    assertThat(total()).matches("total +[\\d,]+ +0 +0 +0 .*");
    world.run("query", "SELECT DISTINCT connection FROM users", "--format", "csv");
    assertThat(world.out().lines()).containsExactly("connection", "renamed");
  }

  @Test
  void readsOnlyTheTimeAndWidthsAskedFor() {
    assertThat(
            world.run(
                "sync",
                "--datasets",
                "cost_report,usage_report",
                "--width",
                "1h",
                "--from",
                "2026-11-18",
                "--to",
                "2026-11-19"))
        .isZero();

    world.run("query", "SELECT DISTINCT bucket_width FROM usage_report", "--format", "csv");
    assertThat(world.out().lines()).containsExactly("bucket_width", "1h");
    world.run("query", "SELECT count(*) AS n FROM cost_report", "--format", "csv");
    assertThat(world.out().lines()).containsExactly("n", "0");
  }

  @Test
  void tellsProgramsEveryEvent() {
    assertThat(world.run("sync", "--datasets", "users", "--progress", "json")).isZero();
    assertThat(world.err().lines().filter(line -> line.startsWith("{")))
        .anyMatch(line ->
            line.startsWith(
                "{\"event\":\"began\",\"connection\":\"default\",\"dataset\":\"users\"}"))
        .anyMatch(
            line -> line.contains("\"event\":\"ended\"") && line.contains("\"status\":\"ok\""));
  }

  @Test
  void saysHowToGoOnWhenItIsInterrupted() {
    Thread.currentThread().interrupt();

    int code = world.run("sync");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(world.err()).contains("run the same command again to go on");
    assertThat(code).isEqualTo(Exit.INTERRUPTED);
  }

  @Test
  void checksWhatAKeyMayRead() {
    assertThat(world.run("check")).isZero();
    assertThat(world.out())
        .contains("✓ cost_report")
        .contains("– service_accounts: not for this organisation")
        .contains("there is no store yet")
        .doesNotContain(Settings.KEY);
  }

  @Test
  void saysWhatTheKeyMayNotRead() {
    simulator.faults().script("on /v1/organizations/users: status 500");

    assertThat(world.run("check")).isEqualTo(1);
    assertThat(world.out()).contains("✗ default: users");
  }

  private String total() {
    return world.out().lines().filter(line -> line.startsWith("total")).findFirst().orElse("");
  }

  private void connections(String one, String key, String two, String other) throws IOException {
    Files.writeString(
        folder.resolve("outlay.yml"),
        "connections:\n  anthropic:\n    - { name: %s, api_key: %s }\n    - { name: %s, api_key: %s }\n"
            .formatted(one, key, two, other));
    assertThat(Set.of(one, two)).hasSize(2);
  }
}
