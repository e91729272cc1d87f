package dev.outlay.destinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.destination.Address;
import dev.outlay.destination.Guarantee;
import dev.outlay.destination.Mirror;
import dev.outlay.failure.Failure.KeepFailed;
import dev.outlay.table.Table;
import dev.outlay.testkit.Golden;
import dev.outlay.testkit.MirrorContract;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Its own driver against a server of ours, which answers as the pages of its interface say;
 * Databricks itself is not here. Each test has a schema of its own.
 */
class DatabricksTest extends MirrorContract {
  private static @Nullable LakehouseServer started;
  private static int schemas;
  private String schema = "";

  @BeforeAll
  static void start() throws Exception {
    started = new LakehouseServer();
  }

  @AfterAll
  static void stop() throws SQLException {
    server().close();
  }

  @BeforeEach
  void nothingIsTold() {
    server().told.clear();
    server().refusals.clear();
  }

  @Override
  protected Mirror mirror() {
    if (schema.isEmpty()) {
      schema = "s" + ++schemas;
    }
    return open(LakehouseServer.TOKEN);
  }

  private Mirror open(String token) {
    String address =
        "databricks://token:%s@127.0.0.1:%d?http_path=/sql/1.0/warehouses/abc&catalog=main&schema=%s&ssl=0"
            .formatted(token, server().port(), schema);
    return new Databricks().open(Address.of(address), InstantSource.fixed(NOW));
  }

  @Override
  protected String name() {
    return "databricks://127.0.0.1:" + server().port();
  }

  @Override
  protected List<List<@Nullable Object>> read(Table table) throws SQLException {
    try (Connection session = server().reader(schema)) {
      return JdbcRows.of(session, '"' + table.name() + '"', table);
    }
  }

  @Test
  void sessionsAreReusedAndEndWithIt() throws Exception {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "a", 1));
    assertThat(server().told.stream().filter(sql -> sql.startsWith("-- a session")))
        .containsExactly("-- a session in main");
    destination().close();
    assertThat(server().sessions()).isZero();
  }

  @Test
  void whatIsRefusedIsSaidInWordsWithAdvice() {
    prepare(ITEMS);
    assertRefused("[INSUFFICIENT_PERMISSIONS] s3cr3t", "may not do that", "MODIFY");
    assertRefused("[SCHEMA_NOT_FOUND] s3cr3t", "no such schema", "?schema=");
    assertRefused("[DIVIDE_BY_ZERO] s3cr3t", "SQLSTATE", "--debug");
  }

  @Test
  void aStatementThatSomebodyElseGotInTheWayOfIsDoneAgain() throws Exception {
    prepare(ITEMS);
    server().refusals.put("MERGE", "[DELTA_CONCURRENT_APPEND] s3cr3t");
    assertThat(load(ITEMS, day(0), item(0, "a", 1)).added()).isEqualTo(1);
    assertThat(server().refusals).isEmpty();
    assertThat(rows(destination(), ITEMS)).containsExactly(item(0, "a", 1));
  }

  private void assertRefused(String said, String came, String advice) {
    server().refusals.put("MERGE", said);
    assertThatThrownBy(() -> load(ITEMS, day(0), item(0, said, 1)))
        .isInstanceOf(KeepFailed.class)
        .hasMessageContaining(name())
        .hasMessageContaining(came)
        .hasMessageContaining(advice)
        .hasMessageNotContaining("s3cr3t");
  }

  @Test
  void aTokenThatIsNotInForceIsRefusedAndNotTold() {
    try (Mirror mirror = open("dapi-s3cr3t")) {
      assertThatThrownBy(() -> mirror.prepare(List.of(ITEMS)))
          .isInstanceOf(KeepFailed.class)
          .hasMessageContaining("it refused the login")
          .hasMessageNotContaining("s3cr3t");
    }
  }

  @Test
  void whatWasStagedIsDroppedAtTheEnd() throws Exception {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "a", 1));
    begin(ITEMS, day(0)).close();
    assertThat(stages()).isEmpty();
  }

  @Test
  void whatAKilledLoadLeftBehindGoesADayLater() throws Exception {
    prepare(ITEMS);
    run("CREATE TABLE outlay_stage_%d_x (a INT)".formatted(NOW.getEpochSecond() - 90_000));
    run("CREATE TABLE outlay_stage_%d_y (a INT)".formatted(NOW.getEpochSecond() - 80_000));
    prepare(ITEMS);
    assertThat(stages()).singleElement().satisfies(name -> assertThat(name).endsWith("_y"));
  }

  /** It has no transactions: what is cut short has to be finished by doing it again. */
  @Test
  void aLoadThatIsCutShortIsFinishedByTheNextRun() throws Exception {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "a", 1), item(0, "b", 1));
    run("DROP TABLE outlay_checkpoints");
    assertThatThrownBy(() -> load(ITEMS, day(0), item(0, "a", 2))).isInstanceOf(KeepFailed.class);
    assertThat(rows(destination(), ITEMS)).containsExactly(item(0, "a", 2));
    prepare(ITEMS);
    assertThat(raw().of("c", SERIES).passed()).isEmpty();
    assertThat(load(ITEMS, day(0), item(0, "a", 2)).changed()).isZero();
    assertThat(rows(destination(), ITEMS)).containsExactly(item(0, "a", 2));
  }

  @Test
  void itPromisesNoMoreThanItKeeps() {
    assertThat(destination().guarantee()).isEqualTo(Guarantee.REPLACES);
    assertThat(new Databricks().promise().guarantee()).isEqualTo(Guarantee.REPLACES);
  }

  @Test
  void aTableThatWasDroppedMakesEverythingComeAgain() throws Exception {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "a", 1));
    run("DROP TABLE items");
    prepare(ITEMS);
    assertThat(raw().connections()).isEmpty();
    assertThat(rows(destination(), ITEMS)).isEmpty();
  }

  @Test
  void aTableOfSomebodyElseIsRefusedByName() throws Exception {
    run("CREATE TABLE items (own VARCHAR)");
    assertThatThrownBy(() -> prepare(ITEMS))
        .isInstanceOf(KeepFailed.class)
        .hasMessageContaining("items")
        .hasMessageContaining("somebody else");
  }

  @Test
  void whatChangesNothingIsNotWritten() throws Exception {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "a", 1));
    server().told.clear();
    load(ITEMS, day(0), item(0, "a", 1));
    assertThat(server().told).noneMatch(sql -> sql.startsWith("MERGE INTO `items`"));
  }

  /** It would take it for a variable, even within a text. */
  @Test
  void aDollarBeforeABraceIsNoVariable() throws Exception {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "${spark.home} \\ 'x'", 1));
    assertThat(server().told).noneMatch(sql -> sql.contains("${"));
    assertThat(rows(destination(), ITEMS)).containsExactly(item(0, "${spark.home} \\ 'x'", 1));
  }

  @Test
  void aFillAndChangesAreTheseStatements() {
    Table costs = WarehouseStory.COSTS;
    raw().prepare(List.of(costs));
    WarehouseStory.tell(raw(), server().told);
    Golden.check(
        Path.of("src/test/resources/sql/databricks.sql"),
        String.join("\n", server().told).replaceAll("outlay_stage_\\w+", "outlay_stage_1") + "\n");
  }

  @Test
  void anAddressWithoutAWarehouseIsRefused() {
    for (String address :
        List.of(
            "databricks://token:s3cr3t@host",
            "databricks://token:s3cr3t@host?http_path=/sql;UID=somebody")) {
      assertThatThrownBy(() -> new Databricks().open(Address.of(address), InstantSource.system()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("http_path")
          .hasMessageNotContaining("s3cr3t");
    }
  }

  private static LakehouseServer server() {
    return Objects.requireNonNull(started);
  }

  private List<String> stages() throws SQLException {
    List<String> stages = new ArrayList<>();
    try (Connection session = server().reader(schema);
        Statement statement = session.createStatement()) {
      var found =
          statement.executeQuery(
              "SELECT table_name FROM information_schema.tables"
                  + " WHERE table_schema = current_schema() AND table_name LIKE 'outlay_stage%'");
      while (found.next()) {
        stages.add(found.getString(1));
      }
    }
    return stages;
  }

  private void run(String sql) throws SQLException {
    try (Connection session = server().reader(schema);
        Statement statement = session.createStatement()) {
      statement.execute(sql);
    }
  }
}
