package dev.outlay.destinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.destination.Address;
import dev.outlay.destination.Changes;
import dev.outlay.destination.Mirror;
import dev.outlay.failure.Failure.KeepFailed;
import dev.outlay.table.Scope;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import dev.outlay.testkit.MirrorContract;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real OpenSearch, one for all tests; each test has a prefix of its own. */
class OpenSearchTest extends MirrorContract {
  private static @Nullable OpenSearchNode node;
  private static int prefixes;
  private final String prefix = "t" + ++prefixes + "-";

  @BeforeAll
  static void start() {
    node = OpenSearchNode.started();
  }

  @AfterEach
  void clean() throws IOException {
    api().ask("DELETE", prefix + "*", "");
  }

  @Override
  protected Mirror mirror() {
    return new OpenSearch().open(Address.of(uri()), InstantSource.system());
  }

  @Override
  protected String name() {
    return "opensearch://127.0.0.1";
  }

  @Override
  protected List<List<@Nullable Object>> read(Table table) throws IOException {
    return new SearchRows(api()).of(index(table), table);
  }

  @Test
  void moneyIsExactInTheDocumentAndBesideItAndSumsInTheCluster() throws IOException {
    Table money =
        table("money", Table.Twins.EQUAL_ONLY, key("id", Type.Plain.TEXT), plain("usd", Type.USD));
    prepare(money);
    load(
        money,
        Scope.EVERYTHING,
        row("a", new BigDecimal("0.00000000000000000001")),
        row("b", new BigDecimal("12.5")));
    assertThat(
            search("money", "{\"query\":{\"term\":{\"usd.exact\":\"0.00000000000000000001\"}}}")
                .at("/hits/total/value")
                .asInt())
        .isOne();
    assertThat(
            search("money", "{\"size\":0,\"aggs\":{\"s\":{\"sum\":{\"field\":\"usd\"}}}}")
                .at("/aggregations/s/value")
                .asDouble())
        .isEqualTo(12.5);
  }

  @Test
  void anIndexOfSomebodyElseIsRefusedByName() throws IOException {
    api().ask("PUT", prefix + "items", "{}");
    assertThatThrownBy(() -> prepare(ITEMS))
        .isInstanceOf(KeepFailed.class)
        .hasMessageContaining(prefix + "items")
        .hasMessageContaining("somebody else");
  }

  @Test
  void anIndexThatWasDeletedMakesEverythingComeAgain() throws Exception {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "a", 1));
    api().ask("DELETE", index(ITEMS), "");
    prepare(ITEMS);
    assertThat(raw().connections()).isEmpty();
    assertThat(rows(destination(), ITEMS)).isEmpty();
  }

  @Test
  void anIndexThatIsGoneIsNotMadeByChance() throws IOException {
    prepare(ITEMS);
    api().ask("DELETE", index(ITEMS), "");
    assertThatThrownBy(() -> load(ITEMS, day(0), item(0, "a", 1)))
        .isInstanceOf(KeepFailed.class)
        .hasMessageContaining("the index is gone");
    assertThat(api().send("GET", index(ITEMS), "").statusCode()).isEqualTo(404);
  }

  @Test
  void anIndexThatIsReadOnlySaysSoAndKeepsTheCheckpoint() throws Exception {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "a", 1));
    api().ask("PUT", index(ITEMS) + "/_settings", "{\"index.blocks.read_only_allow_delete\":true}");
    assertThatThrownBy(() -> load(ITEMS, day(1), item(1, "b", 1)))
        .isInstanceOf(KeepFailed.class)
        .hasMessageContaining("read-only")
        .hasMessageContaining("1 of 1 rows were not taken");
    api().ask("PUT", index(ITEMS) + "/_settings", "{\"index.blocks.read_only_allow_delete\":null}");
    assertThat(rows(destination(), ITEMS)).containsExactly(item(0, "a", 1));
  }

  @Test
  void aRowThatIsRefusedIsNamedAndTheCheckpointStays() throws Exception {
    prepare(ITEMS);
    api().ask("PUT", index(ITEMS) + "/_settings", "{\"index.blocks.write\":true}");
    assertThatThrownBy(() -> load(ITEMS, day(0), item(0, "a", 1), item(0, "b", 2)))
        .isInstanceOf(KeepFailed.class)
        .hasMessageContaining("2 of 2 rows were not taken");
    assertThat(raw().of("c", SERIES)).isEqualTo(dev.outlay.table.Checkpoint.START);
  }

  @Test
  void aLoadIsSeenWholeAndAtOnce() throws Exception {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "a", 1));
    assertThat(
            api()
                .get(index(ITEMS) + "/_settings")
                .at("/" + index(ITEMS) + "/settings/index/refresh_interval")
                .asString())
        .isEqualTo("-1");
    assertThat(rows(destination(), ITEMS)).hasSize(1);
  }

  @Test
  void aRowThatComesFromElsewhereIsCountedAsChanged() {
    prepare(ITEMS);
    Table labelled = dev.outlay.destination.Labelled.label(ITEMS);
    commitRaw(labelled, day(0), row("x", "c", DAY, "a", 1L));
    assertThat(
            commitRaw(
                labelled, day(3), row("x", "c", DAY.plus(java.time.Duration.ofDays(3)), "a", 2L)))
        .isEqualTo(new Changes(1, 0, 1, 0, false));
  }

  private Changes commitRaw(Table table, Scope scope, List<@Nullable Object> row) {
    try (var load = raw().begin(delivery(table, scope))) {
      load.add(0, batch(table, row));
      return load.commit(checkpoint());
    }
  }

  private tools.jackson.databind.JsonNode search(String table, String body) throws IOException {
    return api().ask("POST", prefix + table + "/_search", body);
  }

  private String index(Table table) {
    return (prefix + table.name()).toLowerCase(Locale.ROOT);
  }

  private String uri() {
    return "opensearch://" + server().host() + "?secure=false&prefix=" + prefix;
  }

  private static SearchApi api() {
    return new SearchApi(server().host());
  }

  private static OpenSearchNode server() {
    return Objects.requireNonNull(node);
  }
}
