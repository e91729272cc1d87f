package dev.outlay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.cli.output.Golden;
import dev.outlay.simulator.Settings;
import dev.outlay.simulator.Simulator;
import dev.outlay.simulator.world.Size;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody sees who puts outlay where ingestr was, with a real database at the end. */
class IngestStoryTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final String DAY = "2026-11-10";
  private static EmbeddedPostgres postgres;
  private static Simulator simulator;
  private static int databases;
  @TempDir private Path folder = Path.of("");
  private World world = new World(Path.of(""));
  private String database = "";

  @BeforeAll
  static void start() {
    simulator =
        Simulator.start(
            Settings.defaults()
                .withClock(() -> NOW)
                .withSize(Size.demo().withStreams(6).withHistoryDays(40).withDevelopers(2)));
    try {
      postgres = EmbeddedPostgres.start();
    } catch (IOException | IllegalStateException e) {
      Assumptions.abort("PostgreSQL does not start here, so nothing was tried with it: " + e);
    }
  }

  @AfterAll
  static void stop() throws IOException {
    simulator.close();
    if (postgres != null) {
      postgres.close();
    }
  }

  @BeforeEach
  void setUp() throws SQLException {
    database = "d" + ++databases;
    try (Connection session = postgres.getPostgresDatabase().getConnection();
        Statement statement = session.createStatement()) {
      statement.execute("CREATE DATABASE " + database);
    }
    world =
        new World(folder)
            .with("ANTHROPIC_ADMIN_KEY", Settings.KEY)
            .with("OUTLAY_BASE_URL", simulator.url().toString())
            .with("OUTLAY_STORE", "own.duckdb")
            .with("OUTLAY_NOW", NOW.toString())
            .with("OUTLAY_LOOKBACK_DAYS", "20")
            .with("OUTLAY_ATTEMPTS", "1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "claude_code_usage",
        "usage_report",
        "cost_report",
        "organization",
        "workspaces",
        "api_keys",
        "invites",
        "users",
        "workspace_members"
      })
  void everyTableArrivesInIngestrsColumnsAndInOurs(String table) throws SQLException, IOException {
    ingest(table, "--dest-table", "theirs");
    ingest(table, "--dest-table", "ours", "--schema", "outlay");

    Golden.check(golden(table + ".ingestr"), columns("theirs"));
    Golden.check(golden(table + ".outlay"), columns("ours"));
    assertThat(number("theirs")).isPositive();
    assertThat(number("ours")).isGreaterThanOrEqualTo(number("theirs"));
  }

  @Test
  void theSumsAreTheSameInBothFormsToTheLastDigit() throws SQLException {
    ingest("cost_report", "--columns", "cents:decimal(38,18):amount");
    ingest("cost_report", "--dest-table", "ours", "--schema", "outlay");

    assertThat(world.out() + world.err()).doesNotContain(" 0 requests");
    assertThat(cells("SELECT sum(cents) FROM cost_report"))
        .isEqualTo(cells("SELECT sum(amount_cents) FROM ours"));
  }

  @Test
  void anIntervalTouchesNoOtherDay() throws SQLException {
    ingest("cost_report");
    List<String> days = days("cost_report");
    execute("UPDATE cost_report SET amount = '-1'");

    ingest("cost_report", "--interval-start", DAY, "--interval-end", "2026-11-11");

    assertThat(cells("SELECT DISTINCT bucket_start::date FROM cost_report WHERE amount <> '-1'"))
        .containsExactly(DAY);
    assertThat(days("cost_report")).isEqualTo(days);
    assertThat(world.err()).contains("the rows of that time are replaced, no others");
  }

  @Test
  void theLastMomentOfADayMeansThatDay() throws SQLException {
    ingest(
        "cost_report",
        "--interval-start",
        DAY + "T00:00:00Z",
        "--interval-end",
        DAY + "T23:59:59.999999Z");

    assertThat(cells("SELECT DISTINCT bucket_start::date FROM cost_report")).containsExactly(DAY);
  }

  @Test
  void aFullRefreshLeavesOnlyWhatWasRead() throws SQLException {
    ingest("cost_report");

    ingest(
        "cost_report", "--full-refresh", "--interval-start", DAY, "--interval-end", "2026-11-11");

    assertThat(days("cost_report")).containsExactly(DAY);
  }

  @Test
  void mergingLeavesWhatTheApiNoLongerHasAndReplacingDoesNot() throws SQLException {
    ingest("users");
    execute("INSERT INTO users (id, email) VALUES ('user_gone', 'gone@example.com')");
    execute("UPDATE users SET email = 'old' WHERE id <> 'user_gone'");

    ingest("users", "--incremental-strategy", "merge");
    assertThat(cells("SELECT id FROM users WHERE email IN ('old', 'gone@example.com')"))
        .containsExactly("user_gone");

    ingest("users", "--incremental-strategy", "replace");
    assertThat(cells("SELECT id FROM users WHERE id = 'user_gone'")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingestr", "outlay"})
  void appendingAddsTheSameRowsAgain(String schema) throws SQLException {
    String[] append = {"--incremental-strategy", "append", "--schema", schema};
    ingest("cost_report", append);
    long once = number("cost_report");
    world.with("OUTLAY_NOW", NOW.plusSeconds(1).toString());
    ingest("cost_report", append);

    assertThat(number("cost_report")).isEqualTo(2 * once);
    assertThat(world.err()).contains("what was read before is there twice");
  }

  @Test
  void claudeCodeIsReadOnFromWhereItWas() throws SQLException {
    ingest("claude_code_usage", "--progress", "json");
    long first = requests();
    List<String> rows = cells("SELECT claude_code_usage::text FROM claude_code_usage ORDER BY 1");
    ingest("claude_code_usage", "--progress", "json");

    assertThat(requests()).isPositive().isLessThan(first / 2);
    assertThat(cells("SELECT claude_code_usage::text FROM claude_code_usage ORDER BY 1"))
        .isEqualTo(rows);
  }

  @Test
  void namesAndAddressesArriveUnreadable() throws SQLException {
    ingest("users", "--mask", "email:hash,name:redact");

    assertThat(cells("SELECT DISTINCT name FROM users")).containsExactly("REDACTED");
    assertThat(cells("SELECT email FROM users"))
        .isNotEmpty()
        .allMatch(e -> e.matches("[0-9a-f]{64}"));
  }

  @Test
  void theTableGoesIntoTheSchemaThatIsNamed() throws SQLException {
    execute("CREATE SCHEMA raw");
    ingest("workspaces", "--dest-table", "raw.claude_workspaces");

    assertThat(number("raw.claude_workspaces")).isPositive();
    assertThat(world.out()).contains("raw.claude_workspaces");
  }

  @Test
  void aStoreThatHasTheOrganisationPassesOnWhatChangedAlone() throws SQLException {
    assertThat(world.run("sync", "--datasets", "users,cost_report", "--progress", "none")).isZero();
    ingest("cost_report", "--schema", "outlay");
    assertThat(world.err()).contains("Through the store");
    assertThat(number("cost_report")).isPositive();
    execute("DELETE FROM cost_report WHERE bucket_start = '" + DAY + "'");

    ingest("cost_report", "--schema", "outlay");
    assertThat(world.out()).contains("+0 ~0 -0");
    ingest("cost_report", "--schema", "outlay", "--full-refresh");
    assertThat(days("cost_report")).contains(DAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingestr", "outlay"})
  void bothWaysGiveTheSameRowsAndNoneTwice(String schema) throws SQLException {
    world.with("OUTLAY_USAGE_1D_LOOKBACK", "20d");
    assertThat(world.run("sync", "--datasets", "users", "--progress", "none")).isZero();
    String[] words = {"--schema", schema};
    String rows =
        "SELECT bucket_start, model, sum(output_tokens), count(*) FROM usage_report"
            + " GROUP BY 1, 2 ORDER BY 1, 2";
    ingest("usage_report", words);
    assertThat(world.err()).contains("Through the store");
    List<String> through = cells(rows);

    ingest("usage_report", "--straight", "--schema", schema);
    assertThat(cells(rows)).isEqualTo(through).isNotEmpty();
    ingest("usage_report", words);
    assertThat(cells(rows)).isEqualTo(through);
  }

  @Test
  void aSourceThatFailsLeavesWhatIsThere() throws SQLException {
    ingest("cost_report");
    long before = number("cost_report");
    simulator.faults().script("on /v1/organizations/cost_report: status 500");
    try {
      assertThat(run("cost_report")).isEqualTo(1);
    } finally {
      simulator.faults().clear();
    }
    assertThat(number("cost_report")).isEqualTo(before);
    assertThat(world.err()).contains("HTTP 500");
  }

  @Test
  void aRefusedKeyEndsWithThreeAndIsShownNowhere() {
    String key = "sk-ant-admin01-somebody-elses-key-0000";
    String source = "anthropic://?api_key=" + key + "&base_url=" + simulator.url();

    assertThat(run("users", "--source-uri", source)).isEqualTo(3);
    assertThat(world.out() + world.err()).doesNotContain("somebody").contains("refused");
  }

  @Test
  void aKeyOfTheWrongKindIsRefusedBeforeAnybodyIsAsked() {
    String source =
        "anthropic://?api_key=sk-ant-api03-abcdefghijklmnop&base_url=http://127.0.0.1:1";

    assertThat(run("users", "--source-uri", source)).isEqualTo(3);
    assertThat(world.err()).contains("not an Admin key").doesNotContain("abcdefghijklmnop");
  }

  @Test
  void aKeyMayComeWithTheSource() throws SQLException {
    world.with("ANTHROPIC_ADMIN_KEY", "");
    assertThat(run("users")).isEqualTo(2);
    assertThat(world.err()).contains("ANTHROPIC_ADMIN_KEY");

    ingest("users", "--source-uri", "anthropic://?api_key=" + Settings.KEY);
    assertThat(number("users")).isPositive();
    assertThat(world.out() + world.err()).doesNotContain(Settings.KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--source-table user",
        "--source-uri postgres://x/y",
        "--source-uri anthropic://?api=1",
        "--dest-table a.b.c",
        "--dest-uri postgresql",
        "--dest-uri postgresq://localhost/x",
        "--incremental-strategy upsert",
        "--mask email:shuffle",
        "--mask e-mail:hash",
        "--mask id:redact",
        "--columns email:double",
        "--columns email:boolean",
        "--columns mail",
        "--schema theirs",
        "--progress loud",
        "--interval-start soon",
        "--interval-end 2026-11-01",
        "--interval-start 2027-01-01",
        "--incremental-key updated_at"
      })
  void whatMakesNoSenseIsSaidInOneLine(String words) throws SQLException {
    List<String> line = new ArrayList<>(List.of("ingest"));
    usual("users").forEach(line::add);
    String[] wrong = words.split(" ");
    int at = line.indexOf(wrong[0]);
    if (at >= 0) {
      line.set(at + 1, wrong[1]);
    } else {
      line.addAll(List.of(wrong));
    }

    assertThat(world.run(line.toArray(String[]::new))).as(world.err()).isEqualTo(2);
    assertThat(world.err().lines()).hasSize(1).first().asString().startsWith("outlay: ");
    assertThat(
            cells("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"))
        .isEmpty();
  }

  @Test
  void rowsOfTheLoadTimestampCanBeAddedOnlyWithIt() {
    assertThat(run("users", "--incremental-strategy", "append", "--no-load-timestamp"))
        .isEqualTo(2);
    assertThat(world.err()).contains("--no-load-timestamp");
  }

  @Test
  void rowsThatNothingTellsApartAreNotMerged() {
    assertThat(run("claude_code_usage", "--incremental-strategy", "merge")).isEqualTo(2);
    assertThat(world.err()).contains("use delete+insert");
  }

  @Test
  void aBruinFileSaysWhereFromAndWhereTo() throws SQLException, IOException {
    Files.writeString(
        folder.resolve(".bruin.yml"),
        """
        default_environment: default
        environments:
          default:
            connections:
              anthropic:
                - name: claude
                  api_key: "{{ env_var('CLAUDE_KEY') }}"
              postgres:
                - name: warehouse
                  host: localhost
                  port: %d
                  username: postgres
                  password: "p@ss/word"
                  database: %s
              slack:
                - name: alerts
                  api_key: none
        """
            .formatted(postgres.getPort(), database));
    world.with("CLAUDE_KEY", Settings.KEY).with("ANTHROPIC_ADMIN_KEY", "");

    int code =
        world.run(
            "ingest",
            "--config",
            ".bruin.yml",
            "--source-uri",
            "claude",
            "--source-table",
            "users",
            "--dest-uri",
            "warehouse",
            "--schema",
            "outlay");

    assertThat(code).as(world.err()).isZero();
    assertThat(cells("SELECT DISTINCT connection FROM users")).containsExactly("claude");
    assertThat(world.out() + world.err()).doesNotContain("p@ss");
  }

  @Test
  void aDestinationMayNameAConnection() throws SQLException, IOException {
    Files.writeString(
        folder.resolve("outlay.yml"),
        """
        connections:
          postgres:
            - { name: warehouse, host: localhost, port: %d, username: postgres, database: %s }
        destinations:
          - { name: copy, to: warehouse }
        """
            .formatted(postgres.getPort(), database));
    assertThat(world.run("sync", "--datasets", "users", "--progress", "none")).isZero();

    assertThat(world.run("export", "--to", "copy", "--datasets", "users")).as(world.err()).isZero();
    assertThat(number("users")).isPositive();
  }

  private void ingest(String table, String... more) {
    assertThat(run(table, more)).as(world.err()).isZero();
  }

  private int run(String table, String... more) {
    return world.run(
        Stream.of(Stream.of("ingest"), usual(table), Stream.of(more))
            .flatMap(each -> each)
            .toArray(String[]::new));
  }

  private Stream<String> usual(String table) {
    String uri = "postgresql://postgres@localhost:%d/%s".formatted(postgres.getPort(), database);
    return Stream.of("--source-table", table, "--dest-uri", uri);
  }

  private long requests() {
    return world.err().lines().filter(line -> line.contains("\"event\":\"kept\"")).count();
  }

  private static Path golden(String name) {
    return Path.of("src/test/resources/golden/ingest", name + ".txt");
  }

  private String columns(String table) throws SQLException {
    return String.join(
            "\n",
            cells(
                "SELECT column_name || ' ' || data_type FROM information_schema.columns"
                    + " WHERE table_name = '%s' ORDER BY ordinal_position".formatted(table)))
        + "\n";
  }

  private List<String> days(String table) throws SQLException {
    return cells("SELECT DISTINCT bucket_start::date FROM " + table + " ORDER BY 1");
  }

  private long number(String table) throws SQLException {
    return Long.parseLong(cells("SELECT count(*) FROM " + table).getFirst());
  }

  private void execute(String sql) throws SQLException {
    try (Connection session = session();
        Statement statement = session.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> cells(String sql) throws SQLException {
    List<String> cells = new ArrayList<>();
    try (Connection session = session();
        Statement statement = session.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      ResultSet rows = statement.executeQuery(sql);
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(String.valueOf(rows.getString(i)));
        }
        cells.add(String.join(" ", row));
      }
    }
    return cells;
  }

  private Connection session() throws SQLException {
    return postgres.getDatabase("postgres", database).getConnection();
  }
}
