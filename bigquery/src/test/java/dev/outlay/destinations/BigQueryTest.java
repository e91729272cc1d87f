package dev.outlay.destinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.destination.Address;
import dev.outlay.destination.Mirror;
import dev.outlay.destinations.bigquery.GoogleBigQuery;
import dev.outlay.failure.Failure.KeepFailed;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import dev.outlay.testkit.Golden;
import dev.outlay.testkit.MirrorContract;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Google's own client against a server of our own, which answers as BigQuery's pages say; BigQuery
 * itself is not here. Each test has a dataset of its own.
 */
class BigQueryTest extends MirrorContract {
  private static @Nullable BigQueryServer started;
  private static KeyPair keys;
  private static int datasets;
  private String dataset = "";

  @BeforeAll
  static void start() throws Exception {
    keys = pair();
    started = new BigQueryServer(keys);
  }

  @AfterAll
  static void stop() throws SQLException {
    server().close();
  }

  @BeforeEach
  void nothingIsRefused() {
    server().refusals.clear();
    server().told.clear();
  }

  @Override
  protected Mirror mirror() {
    if (dataset.isEmpty()) {
      dataset = "d" + ++datasets;
    }
    return open("bigquery://outlay-test/" + dataset + "?location=EU&" + key(keys));
  }

  @Override
  protected String name() {
    return "bigquery://outlay-test/" + dataset;
  }

  @Override
  protected List<List<@Nullable Object>> read(Table table) throws SQLException {
    try (Connection session =
        server().engine().unwrap(org.duckdb.DuckDBConnection.class).duplicate()) {
      return JdbcRows.of(session, '"' + dataset + "\".\"" + table.name() + '"', table);
    }
  }

  @Test
  void whatWasStagedIsDroppedAtTheEndOrExpires() throws Exception {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "a", 1));
    assertThat(server().tables()).noneMatch(name -> name.startsWith(dataset + ".outlay_stage"));
    assertThat(server().told)
        .anyMatch(told -> told.contains("outlay_stage_") && told.contains("expirationTime"));
  }

  /** Rows and checkpoint come together or not at all. */
  @Test
  void aScriptThatFailsLeavesAllAsItWas() throws Exception {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "a", 1));
    server().forgetTable(dataset, "outlay_checkpoints");
    assertThatThrownBy(() -> load(ITEMS, day(0), item(0, "a", 2))).isInstanceOf(KeepFailed.class);
    assertThat(rows(destination(), ITEMS)).containsExactly(item(0, "a", 1));
  }

  /** The answer to the first asking is lost; the client asks again by the same name. */
  @Test
  void aJobWhoseAnswerIsLostRunsOnce() throws Exception {
    prepare(ITEMS);
    server().refuse("POST /jobs", -1, "");
    assertThat(load(ITEMS, day(0), item(0, "a", 1)).added()).isEqualTo(1);
    assertThat(server().runs.values()).containsOnly(1);
    assertThat(rows(destination(), ITEMS)).containsExactly(item(0, "a", 1));
  }

  @Test
  void whatIsOutOfOrderForAMomentIsAskedAgain() throws Exception {
    prepare(ITEMS);
    server().refuse("GET /datasets", 503, "backendError");
    server().refuse("POST /jobs", 503, "backendError");
    assertThat(load(ITEMS, day(0), item(0, "a", 1)).added()).isEqualTo(1);
  }

  @Test
  void whatIsRefusedIsSaidInWordsWithAdvice() {
    prepare(ITEMS);
    assertRefused(403, "accessDenied", "may not do that", "BigQuery Data Editor");
    assertRefused(403, "quotaExceeded", "quota", "next run");
    assertRefused(403, "billingNotEnabled", "no billing", "Enable it");
    assertRefused(404, "notFound", "no such dataset", "location");
    assertRefused(400, "invalidQuery", "answered with invalidQuery", "--debug");
  }

  /** Whoever changes the same tables at once makes one of the two transactions end. */
  @Test
  void aTransactionThatSomebodyElseGotInTheWayOfIsDoneAgain() throws Exception {
    prepare(ITEMS);
    server().conflicts = 1;
    assertThat(load(ITEMS, day(0), item(0, "a", 1)).added()).isEqualTo(1);
    assertThat(server().conflicts).isNegative();
    assertThat(rows(destination(), ITEMS)).containsExactly(item(0, "a", 1));
  }

  private void assertRefused(int status, String reason, String came, String advice) {
    server().refuse("POST /jobs", status, reason);
    assertThatThrownBy(() -> load(ITEMS, day(0), item(0, "a", 1)))
        .isInstanceOf(KeepFailed.class)
        .hasMessageContaining(name())
        .hasMessageContaining(came)
        .hasMessageContaining(advice)
        .hasMessageNotContaining("s3cr3t");
  }

  @Test
  void aDatasetThatIsNotThereIsSaid() {
    try (Mirror mirror = open("bigquery://outlay-test/nowhere?" + key(keys))) {
      assertThatThrownBy(() -> mirror.prepare(List.of(ITEMS)))
          .isInstanceOf(KeepFailed.class)
          .hasMessageContaining("bigquery://outlay-test/nowhere")
          .hasMessageContaining("no such dataset");
    }
  }

  @Test
  void aKeyThatIsNotInForceIsRefusedAndNotTold() throws Exception {
    KeyPair other = pair();
    try (Mirror mirror = open("bigquery://outlay-test/d0?" + key(other))) {
      assertThatThrownBy(() -> mirror.prepare(List.of(ITEMS)))
          .isInstanceOf(KeepFailed.class)
          .hasMessageContaining("refused the key")
          .hasMessageNotContaining(encoded(other).substring(0, 40));
    }
  }

  @Test
  void aKeyMayBeAFileAndTheDatasetAParameter(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("key.json"), json(keys));
    dataset = "d" + ++datasets;
    String address =
        "bigquery://outlay-test?schema=%s&endpoint=%s&credentials_path=%s"
            .formatted(dataset, server().url(), file);
    try (Mirror mirror = new GoogleBigQuery().open(Address.of(address), InstantSource.system())) {
      mirror.prepare(List.of(ITEMS));
      assertThat(read(ITEMS)).isEmpty();
    }
  }

  @Test
  void whatIsNoKeyIsRefusedWithoutTellingIt(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("key.json"), "{\"s3cr3t\": 1}");
    String nothing = Base64.getEncoder().encodeToString("s3cr3t".getBytes(StandardCharsets.UTF_8));
    for (String key :
        List.of(
            "credentials_path=" + file,
            "credentials_path=" + folder.resolve("none"),
            "credentials_base64=" + nothing)) {
      assertThatThrownBy(() -> open("bigquery://outlay-test/d0?" + key))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("credentials_")
          .hasMessageNotContaining("s3cr3t")
          .hasNoCause();
    }
  }

  @Test
  void anAddressWithoutADatasetIsRefused() {
    for (String address : List.of("bigquery://outlay-test", "bigquery:///d", "bigquery://p/a.b`")) {
      assertThatThrownBy(
              () -> new GoogleBigQuery().open(Address.of(address.replace("`", "%60")), NOW_SOURCE))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("name project and dataset");
    }
  }

  private static final InstantSource NOW_SOURCE = InstantSource.fixed(NOW);

  @Test
  void aTableThatWasDroppedMakesEverythingComeAgain() throws Exception {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "a", 1));
    server().forgetTable(dataset, ITEMS.name());
    prepare(ITEMS);
    assertThat(raw().connections()).isEmpty();
    assertThat(rows(destination(), ITEMS)).isEmpty();
  }

  @Test
  void aDecimalOfNineDecimalsIsNumericAndALongerOneBigNumeric() throws Exception {
    Table money =
        table(
            "money",
            Table.Twins.EQUAL_ONLY,
            key("id", Type.Plain.TEXT),
            plain("short", new Type.Decimal(38, 9)),
            plain("long", Type.USD));
    prepare(money);
    var fields = Objects.requireNonNull(server().table(dataset, "money")).at("/schema/fields");
    assertThat(fields.findValuesAsString("type")).endsWith("NUMERIC", "BIGNUMERIC");
    List<@Nullable Object> row =
        row(
            "a",
            new BigDecimal("12345678901234567890123456789.123456789"),
            new BigDecimal("0.00000000000000000001"));
    load(money, dev.outlay.table.Scope.EVERYTHING, row);
    assertThat(rows(destination(), money)).containsExactly(row);
  }

  @Test
  void whatChangesNothingIsNotPaidFor() throws Exception {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "a", 1));
    server().told.clear();
    load(ITEMS, day(0), item(0, "a", 1));
    assertThat(server().told)
        .noneMatch(sql -> sql.contains("MERGE INTO `%s`.`items`".formatted(dataset)));
  }

  @Test
  void aFillAndChangesAreTheseJobs() {
    raw().prepare(List.of(WarehouseStory.COSTS));
    WarehouseStory.tell(raw(), server().told);
    Golden.check(
        Path.of("src/test/resources/bigquery.txt"),
        String.join("\n", server().told)
                .replaceAll("outlay_stage_\\w+", "outlay_stage_1")
                .replace(dataset, "claude")
            + "\n");
  }

  private static BigQueryServer server() {
    return Objects.requireNonNull(started);
  }

  private static Mirror open(String address) {
    return new GoogleBigQuery()
        .open(Address.of(address + "&endpoint=" + server().url()), InstantSource.system());
  }

  private static KeyPair pair() throws NoSuchAlgorithmException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  private static String key(KeyPair pair) {
    byte[] json = json(pair).getBytes(StandardCharsets.UTF_8);
    String text = Base64.getEncoder().encodeToString(json);
    return "credentials_base64=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** As Google hands them out. */
  private static String json(KeyPair pair) {
    return """
    {"type": "service_account", "project_id": "outlay-test", "private_key_id": "1",
     "private_key": "-----BEGIN PRIVATE KEY-----\\n%s\\n-----END PRIVATE KEY-----\\n",
     "client_email": "outlay@outlay-test.iam.gserviceaccount.com", "client_id": "1",
     "token_uri": "%s/token"}
    """
        .formatted(encoded(pair), server().url());
  }

  private static String encoded(KeyPair pair) {
    return Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
  }
}
