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
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Its statements on DuckDB, in whose words they are put first; Databricks itself is not here. */
class DatabricksTest extends MirrorContract {
  private final List<String> told = new ArrayList<>();
  private @Nullable Connection engine;

  @AfterEach
  void stop() throws SQLException {
    Objects.requireNonNull(engine).close();
  }

  @Override
  protected Mirror mirror() throws SQLException {
    if (engine == null) {
      engine = DriverManager.getConnection("jdbc:duckdb:");
      run("SET TimeZone = 'UTC'");
    }
    return Databricks.mirror(name(), this::session, InstantSource.fixed(NOW));
  }

  private Connection session() throws SQLException {
    return LakehouseSession.of(another(), told);
  }

  private Connection another() throws SQLException {
    Connection another =
        Objects.requireNonNull(engine).unwrap(org.duckdb.DuckDBConnection.class).duplicate();
    try (Statement statement = another.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
    }
    return another;
  }

  @Override
  protected String name() {
    return "databricks://host";
  }

  @Override
  protected List<List<@Nullable Object>> read(Table table) throws SQLException {
    try (Connection session = another()) {
      return JdbcRows.of(session, '"' + table.name() + '"', table);
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
    assertThat(stages()).singleElement().asString().endsWith("_y");
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
    told.clear();
    load(ITEMS, day(0), item(0, "a", 1));
    assertThat(told).noneMatch(sql -> sql.startsWith("MERGE INTO `items`"));
  }

  /** It would take it for a variable, even within a text. */
  @Test
  void aDollarBeforeABraceIsNoVariable() throws Exception {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "${spark.home} \\ 'x'", 1));
    assertThat(told).noneMatch(sql -> sql.contains("${"));
    assertThat(rows(destination(), ITEMS)).containsExactly(item(0, "${spark.home} \\ 'x'", 1));
  }

  @Test
  void aFillAndChangesAreTheseStatements() {
    Table costs = WarehouseStory.COSTS;
    raw().prepare(List.of(costs));
    WarehouseStory.tell(raw(), told);
    Golden.check(
        Path.of("src/test/resources/sql/databricks.sql"),
        String.join("\n", told).replaceAll("outlay_stage_\\w+", "outlay_stage_1") + "\n");
  }

  @Test
  void aDriverThatIsNotThereIsSaidWithWhatToDo() {
    String address = "databricks://token:s3cr3t@host?http_path=/sql/1.0/warehouses/x";
    try (Mirror mirror = open(address)) {
      assertThatThrownBy(() -> mirror.prepare(List.of(ITEMS)))
          .isInstanceOf(KeepFailed.class)
          .hasMessageContaining("databricks://host")
          .hasMessageContaining("its driver is not here")
          .hasMessageContaining("databricks-jdbc")
          .hasMessageNotContaining("s3cr3t");
    }
  }

  @Test
  void anAddressWithoutAWarehouseIsRefused() {
    for (String address :
        List.of(
            "databricks://token:s3cr3t@host",
            "databricks://token:s3cr3t@host?http_path=/sql;UID=somebody")) {
      assertThatThrownBy(() -> open(address))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("http_path")
          .hasMessageNotContaining("s3cr3t");
    }
  }

  private static Mirror open(String address) {
    return new Databricks().open(Address.of(address), InstantSource.system());
  }

  private List<Object> stages() throws SQLException {
    List<Object> stages = new ArrayList<>();
    try (Statement statement = Objects.requireNonNull(engine).createStatement()) {
      var found = statement.executeQuery("SHOW TABLES");
      while (found.next()) {
        if (found.getString(1).startsWith("outlay_stage")) {
          stages.add(found.getString(1));
        }
      }
    }
    return stages;
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = Objects.requireNonNull(engine).createStatement()) {
      statement.execute(sql);
    }
  }
}
