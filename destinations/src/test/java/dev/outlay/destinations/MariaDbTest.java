package dev.outlay.destinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.vorburger.exec.ManagedProcessException;
import dev.outlay.destination.Address;
import dev.outlay.destination.Mirror;
import dev.outlay.failure.Failure.KeepFailed;
import dev.outlay.table.Scope;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import dev.outlay.testkit.MirrorContract;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server, one for all tests; each test has a database of its own. */
class MariaDbTest extends MirrorContract {
  private static @Nullable MariaDbServer started;
  private static final LocalDate DATE = LocalDate.of(1969, 1, 1);
  private static int databases;
  private String database = "";

  @BeforeAll
  static void start(@TempDir Path folder) {
    started = Started.orNotRun("MariaDB", () -> MariaDbServer.start(folder));
  }

  @AfterAll
  static void stop() throws ManagedProcessException {
    if (started != null) {
      started.close();
    }
  }

  @Override
  protected Mirror mirror() throws SQLException {
    if (database.isEmpty()) {
      database = "d" + ++databases;
      server().sql("CREATE DATABASE " + database + " CHARACTER SET latin1");
      server().sql("SET GLOBAL local_infile = 1");
    }
    return open("mysql://outlay:secret@localhost:%d/%s".formatted(server().port(), database));
  }

  @Override
  protected String name() {
    return "mysql://localhost";
  }

  @Override
  protected List<List<@Nullable Object>> read(Table table) throws SQLException {
    try (Connection session = server().session()) {
      String from = database + ".`" + table.name() + "`";
      return JdbcRows.of(session, from, table, MariaDbTest::cell);
    }
  }

  private static Object cell(ResultSet found, int at, Type type) throws SQLException {
    return type == Type.Plain.INSTANT
        ? found.getObject(at, LocalDateTime.class).toInstant(ZoneOffset.UTC)
        : JdbcRows.standard(found, at, type);
  }

  @Test
  void aServerThatAllowsNoLocalFilesIsFilledByBatches() throws Exception {
    server().sql("SET GLOBAL local_infile = 0");
    Table kinds =
        table(
            "kinds",
            Table.Twins.EQUAL_ONLY,
            key("id", Type.Plain.TEXT),
            plain("yes", Type.Plain.BOOLEAN),
            plain("at", Type.Plain.INSTANT),
            plain("day", Type.Plain.DATE),
            plain("usd", Type.USD));
    prepare(kinds);
    List<@Nullable Object> full =
        row("a\\\t'", true, NOW.plusNanos(1000), DATE, new BigDecimal("0.00000000000000000001"));
    load(kinds, Scope.EVERYTHING, full, row("b", null, null, null, null));
    assertThat(rows(destination(), kinds))
        .containsExactlyInAnyOrder(full, row("b", null, null, null, null));
  }

  @Test
  void textsThatDifferOnlyInCapitalsAccentsOrSpacesDiffer() throws Exception {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "a", 1), item(0, "A", 1), item(0, "ä", 1), item(0, "a ", 1));
    assertThat(rows(destination(), ITEMS))
        .containsExactlyInAnyOrder(
            item(0, "a", 1), item(0, "A", 1), item(0, "ä", 1), item(0, "a ", 1));
  }

  @Test
  void aTableThatWasDroppedMakesEverythingComeAgain() throws Exception {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "a", 1));
    server().sql("DROP TABLE " + database + ".items");
    prepare(ITEMS);
    assertThat(raw().connections()).isEmpty();
    assertThat(rows(destination(), ITEMS)).isEmpty();
  }

  @Test
  void aTableThatWasMadeBeforeTheEndCameIsTakenUpAsItIs() throws Exception {
    prepare(ITEMS);
    server().sql("DELETE FROM " + database + ".outlay_columns");
    prepare(ITEMS);
    assertThat(load(ITEMS, day(0), item(0, "a", 1)).added()).isEqualTo(1);
  }

  @Test
  void whatIsRefusedNeverNamesThePassword() {
    Mirror stranger = open("mysql://me:s3cr3t@127.0.0.1:%d/none".formatted(server().port()));
    assertThatThrownBy(() -> stranger.prepare(List.of(ITEMS)))
        .isInstanceOf(KeepFailed.class)
        .hasMessageContaining("/none")
        .hasMessageContaining("refused the login")
        .hasMessageNotContaining("s3cr3t");
  }

  @Test
  void aDatabaseThatIsNotThereIsSaidSo() {
    Mirror lost = open("mariadb://outlay:secret@localhost:%d/nowhere".formatted(server().port()));
    assertThatThrownBy(() -> lost.prepare(List.of(ITEMS)))
        .isInstanceOf(KeepFailed.class)
        .hasMessageContaining("there is no such database");
  }

  private static MariaDbServer server() {
    return Objects.requireNonNull(started);
  }

  private static Mirror open(String address) {
    return new MariaDb().open(Address.of(address), InstantSource.system());
  }
}
