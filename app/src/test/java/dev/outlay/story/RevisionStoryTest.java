package dev.outlay.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.simulator.Settings;
import dev.outlay.simulator.world.Report;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures move after the fact; what was believed before is not lost. */
class RevisionStoryTest {
  private static final LocalDate YESTERDAY = LocalDate.parse("2026-11-20");
  @TempDir private Path folder;
  private World world;

  @BeforeEach
  void open() {
    world = new World(folder, Settings.defaults().withNoise(false));
    world.environment.put("OUTLAY_LOOKBACK_DAYS", "20");
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aSecondRunAsksOnlyForWhatMayChangeAndWritesNothing() {
    assertThat(world.sync("one.duckdb", "cost_report,users,api_keys").exit()).isZero();
    long sequence = sequence();
    world.simulator.requests().clear();

    Told again = world.sync("one.duckdb", "cost_report,users,api_keys");

    assertThat(again.exit()).isZero();
    assertThat(world.simulator.requests().list())
        .extracting(asked -> asked.path().replace("/v1/organizations/", ""))
        .containsExactlyInAnyOrder("me", "cost_report", "users", "api_keys");
    assertThat(sequence()).isEqualTo(sequence);
  }

  @Test
  void aRevisedDayKeepsTheVersionThatWasBelieved() {
    world.sync("one.duckdb", "cost_report");
    String before = total("cost_report", "");
    world.simulator.revise(Report.COST, YESTERDAY, 150);
    Instant first = world.now();
    world.at(first.plus(Duration.ofDays(1)));

    Told told = world.sync("one.duckdb", "cost_report");

    assertThat(told.exit()).isZero();
    assertThat(total("cost_report", "")).isNotEqualTo(before);
    assertThat(
            total(
                "history.cost_report",
                " AND known_from <= '"
                    + first
                    + "' AND (known_to IS NULL OR known_to > '"
                    + first
                    + "')"))
        .isEqualTo(before);
  }

  @Test
  void rowsThatVanishAreClosedAndNotForgotten() {
    world.sync("one.duckdb", "usage_report");
    String key =
        value("SELECT min(api_key_id) FROM usage_report WHERE bucket_start = '2026-11-20'");
    world.simulator.vanish(Report.USAGE, YESTERDAY, key);
    world.at(world.now().plus(Duration.ofDays(1)));

    world.sync("one.duckdb", "usage_report");

    String rows =
        " WHERE bucket_start = '2026-11-20' AND bucket_width = '1d' AND api_key_id = '" + key + "'";
    assertThat(value("SELECT count(*) FROM usage_report" + rows)).isEqualTo("0");
    assertThat(value("SELECT count(*) > 0 FROM history.usage_report" + rows)).isEqualTo("true");
  }

  @Test
  void anEmptyAnswerWhereThereWasDataIsHeldUntilConfirmed() {
    world.environment.put("OUTLAY_LOOKBACK_DAYS", "60");
    world.at(Instant.parse("2026-11-02T03:00:00Z"));
    world.sync("one.duckdb", "cost_report");
    String before = total("cost_report", "");
    world.at(Instant.parse("2026-11-05T03:00:00Z"));
    world.simulator.empty(
        Report.COST, Instant.parse("2026-10-01T00:00:00Z"), Instant.parse("2026-10-30T00:00:00Z"));

    Told held = world.sync("one.duckdb", "cost_report");
    String meanwhile = total("cost_report", " AND bucket_start < '2026-11-01'");
    Told confirmed = world.sync("one.duckdb", "cost_report");

    assertThat(held.exit()).isEqualTo(1);
    assertThat(held.all()).contains("held");
    assertThat(new java.math.BigDecimal(meanwhile)).isPositive();
    assertThat(before).isNotEmpty();
    assertThat(confirmed.exit()).as(confirmed.all()).isZero();
    assertThat(value("SELECT count(*) FROM cost_report WHERE bucket_start = '2026-10-15'"))
        .isEqualTo("0");
  }

  private String total(String table, String where) {
    return value(
        "SELECT sum(amount_cents) FROM " + table + " WHERE bucket_start < '2026-11-21'" + where);
  }

  private long sequence() {
    List<String> tables = List.of("cost_report", "users", "api_keys");
    return tables.stream()
        .mapToLong(table -> Long.parseLong(value("SELECT max(load_seq) FROM history." + table)))
        .sum();
  }

  private String value(String sql) {
    Told told = world.run("one.duckdb", "query", "--format", "csv", sql);
    assertThat(told.exit()).as(told.err()).isZero();
    return told.out().lines().skip(1).findFirst().orElse("");
  }
}
