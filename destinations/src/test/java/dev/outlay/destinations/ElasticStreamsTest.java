package dev.outlay.destinations;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.destination.Address;
import dev.outlay.destination.Changes;
import dev.outlay.destination.Delivery;
import dev.outlay.destination.Load;
import dev.outlay.destination.Mirror;
import dev.outlay.destinations.panels.Asked;
import dev.outlay.destinations.panels.SavedObjects;
import dev.outlay.shape.Shape;
import dev.outlay.shape.elastic.ElasticShapes;
import dev.outlay.store.ResultSink;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Position;
import dev.outlay.table.Rows;
import dev.outlay.table.Series;
import dev.outlay.testkit.Golden;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The streams of Elastic's integration in a real OpenSearch, filled from a store that was collected
 * from the simulator, and every panel of the dashboards asked there and held against SQL.
 */
class ElasticStreamsTest {
  private static final Map<String, String> ALL =
      Map.of("initial_interval", "all", "cost_initial_interval", "all");
  private static final Path FILES = Path.of("../docs/monitoring/opensearch");

  private static @Nullable CollectedStore store;
  private static @Nullable SearchApi api;

  @BeforeAll
  static void fillEverything(@TempDir Path folder) {
    api = new SearchApi(OpenSearchNode.started().host());
    store = new CollectedStore(folder);
    store.sync(CollectedStore.START);
    store.sync(CollectedStore.START.plus(Duration.ofHours(1)), "rate_limits");
    shapes("default").forEach(ElasticStreamsTest::fill);
  }

  @AfterAll
  static void close() {
    if (store != null) {
      store.close();
    }
  }

  @Test
  void everyFieldThatElasticHasIsThereWithItsType() throws IOException {
    List<String> wanted = text("/elastic/fields.txt").lines().toList();
    List<String> there = new ArrayList<>();
    for (String line : wanted) {
      String[] parts = line.split(" ");
      there.add(parts[0] + " " + parts[1] + " " + type(stream(parts[0], "default"), parts[1]));
    }
    assertThat(wanted).hasSize(56);
    assertThat(there).isEqualTo(wanted);
  }

  @Test
  void theStreamsComeFromOurTemplates() throws IOException {
    for (String each : List.of("usage", "cost", "rate_limit")) {
      String stream = stream(each, "default");
      assertThat(api().get("_data_stream/" + stream).at("/data_streams/0/template").asString())
          .isEqualTo("outlay-" + stream);
    }
  }

  @Test
  void aRepeatAddsNothing() {
    for (Shape shape : shapes("default")) {
      Changes again = fill(shape);
      assertThat(again.read()).as(shape.table().name()).isPositive();
      assertThat(again).isEqualTo(new Changes(again.read(), 0, 0, 0, false));
    }
  }

  @Test
  void aRevisionTakesThePlaceOfItsDocumentThoughTheStreamRolledOver() throws IOException {
    Shape shape = shapes("revised").get(1);
    long rows = fill(shape).added();
    api().ask("POST", stream("cost", "revised") + "/_rollover", "");
    Changes changes = fill(shape, row -> row.clone(), Optional.of(new BigDecimal("1234.5")));
    assertThat(changes).isEqualTo(new Changes(rows, 0, rows, 0, false));
    assertThat(count(stream("cost", "revised"))).isEqualTo(rows);
    assertThat(sum(stream("cost", "revised"), "anthropic.cost.amount")).isEqualTo(1234.5 * rows);
    assertThat(fill(shape)).isEqualTo(new Changes(rows, 0, rows, 0, false));
    assertThat(count(stream("cost", "revised"))).isEqualTo(rows);
  }

  @Test
  void changesReviseAndRemoveDocumentsOfAStream() throws IOException {
    Shape shape = shapes("changed").get(1);
    long rows = fill(shape).added();
    List<@Nullable Object[]> first = new ArrayList<>();
    shape.rows(
        store().answers(),
        CollectedStore.NAME,
        Optional.empty(),
        batch -> first.addAll(batch.cells()));
    try (Mirror mirror = mirror();
        var amendment = mirror.amend(delivery(shape))) {
      amendment.remove(
          new Rows(
              shape.table(), List.<@Nullable Object[]>of(Objects.requireNonNull(first.get(0)))));
      @Nullable Object[] revised = Objects.requireNonNull(first.get(1)).clone();
      revised[shape.table().indexOf("anthropic.cost.amount")] = new BigDecimal("-7.25");
      amendment.add(0, new Rows(shape.table(), List.<@Nullable Object[]>of(revised)));
      assertThat(amendment.commit(Checkpoint.START)).isEqualTo(new Changes(1, 0, 1, 1, false));
    }
    assertThat(count(stream("cost", "changed"))).isEqualTo(rows - 1);
  }

  @Test
  void theDashboardsAreAsTheyAreWrittenDown() {
    Golden.check(FILES.resolve("opensearch-dashboards.ndjson"), new SavedObjects(false).text());
    Golden.check(FILES.resolve("kibana.ndjson"), new SavedObjects(true).text());
  }

  @Test
  void everyPanelShowsWhatTheStoreHolds() throws IOException {
    Map<String, String> sql = sql();
    List<Asked> asked = Asked.of(new SavedObjects(false).text());
    assertThat(asked).extracting(Asked::title).containsAll(sql.keySet());
    for (Asked each : asked) {
      List<String> lines = Flat.of(ask(each));
      String select = sql.remove(each.title());
      if (select != null) {
        assertThat(lines).as(each.title()).isNotEmpty();
        assertThat(lines).as(each.title()).containsExactlyInAnyOrderElementsOf(lines(select));
      } else {
        assertThat(each.title()).as("the second question of").isEqualTo(HEADROOM);
        limitsByModel(each);
      }
    }
    assertThat(sql).isEmpty();
  }

  @Test
  void everyRuleFiresForWhomSqlSaysItShould() throws IOException {
    Map<String, String> sql = firing();
    for (JsonNode rule : SearchApi.JSON.readTree(Files.readString(FILES.resolve("rules.json")))) {
      String name = rule.get("name").asString();
      String body = rule.get("search").toString().replaceAll("\"now([^\"]*)\"", NOW);
      List<String> fires = new ArrayList<>();
      ask(new Asked(name, rule.get("index").asString(), body))
          .at("/fires/buckets")
          .properties()
          .forEach(bucket -> fires.add(bucket.getKey()));
      ask(new Asked(name, rule.get("index").asString(), body))
          .at("/fires/buckets")
          .forEach(bucket -> {
            if (bucket.has("key")) {
              fires.add(bucket.get("key").asString());
            }
          });
      assertThat(fires)
          .as(name)
          .containsExactlyInAnyOrderElementsOf(lines(Objects.requireNonNull(sql.remove(name))));
    }
    assertThat(sql).isEmpty();
  }

  /** The rules say now; here it is another time. */
  private static final String NOW = "\"" + CollectedStore.START + "||$1\"";

  private static Map<String, String> firing() {
    String usage =
        " FROM (SELECT *, uncached_input_tokens + cache_read_input_tokens + cache_creation_5m_input_tokens"
            + " + cache_creation_1h_input_tokens AS input, input + output_tokens AS total FROM usage_report"
            + " WHERE bucket_width = '1h' AND grouped_by LIKE '%inference_geo%' AND bucket_start < TIMESTAMPTZ '2026-11-21 03:00:00+00' AND bucket_start >= TIMESTAMPTZ '2026-11-";
    String cost =
        " FROM (SELECT c.*, w.name AS ws FROM cost_report c LEFT JOIN workspaces w ON w.id = c.workspace_id) WHERE bucket_start >= TIMESTAMPTZ '2026-11-";
    String yesterday =
        cost + "20 00:00:00+00' AND bucket_start < TIMESTAMPTZ '2026-11-21 00:00:00+00'";
    String lastHour = usage + "21 02:00:00+00')";
    Map<String, String> sql = new HashMap<>();
    sql.put(
        "Cache hit rate drop",
        "SELECT 'all'"
            + lastHour
            + " HAVING sum(input) > 10000 AND sum(cache_read_input_tokens) * 10 < 3 * sum(input)");
    sql.put("Daily cost", "SELECT 'all'" + yesterday + " HAVING sum(amount_usd) > 50");
    sql.put(
        "Monthly budget", "SELECT 'all'" + cost + "01 00:00:00+00' HAVING sum(amount_usd) > 1000");
    sql.put(
        "Single model dominance",
        "SELECT 'all' FROM (SELECT sum(total) AS n"
            + usage
            + "20 21:00:00+00') GROUP BY model) HAVING count(*) > 1 AND sum(n) > 10000 AND max(n) * 10 > 9 * sum(n)");
    sql.put(
        "Token spike", "SELECT model" + lastHour + " GROUP BY model HAVING sum(total) > 500000");
    sql.put(
        "Workspace cost spike",
        "SELECT coalesce(ws, '__missing__')"
            + yesterday
            + " GROUP BY ws HAVING sum(amount_usd) > 20");
    return sql;
  }

  private static final String HEADROOM = "Actual Consumption - per Minute";

  private static void limitsByModel(Asked asked) throws IOException {
    List<String> lines = new ArrayList<>();
    ask(asked)
        .at("/models/buckets")
        .forEach(bucket -> {
          JsonNode limit = bucket.at("/newest/hits/hits/0/_source/anthropic/rate_limit");
          lines.add(
              bucket.get("key").asString()
                  + "|"
                  + limit.path("output_tokens_per_minute").asString("-"));
        });
    assertThat(lines)
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            lines(
                "SELECT unnest(from_json(models, '[\"VARCHAR\"]')) AS m, max(value) FILTER (limiter = 'output_tokens_per_minute')"
                    + " FROM rate_limits GROUP BY m, group_id"));
  }

  private static Map<String, String> sql() {
    Map<String, String> sql = new HashMap<>();
    String cost =
        " FROM (SELECT c.*, w.name AS ws FROM cost_report c LEFT JOIN workspaces w ON w.id = c.workspace_id)";
    sql.put("Total Cost (USD)", "SELECT sum(amount_usd)" + cost);
    sql.put("Active Workspaces (Cost)", "SELECT count(DISTINCT coalesce(workspace_id, ''))" + cost);
    sql.put("Billing Line Items", "SELECT count(DISTINCT description)" + cost);
    sql.put(
        "Invoice Reconciliation",
        by("sum(amount_usd)", cost, "ws", "description", "currency", "model", "inference_geo"));
    sql.put("Total Cost by Workspace", by("sum(amount_usd)", cost, "ws"));
    sql.put("Cost by Model", by("sum(amount_usd)", cost, "model"));
    sql.put("Cost by Inference Geography", by("sum(amount_usd)", cost, "inference_geo"));
    sql.put(
        "Cost by Inference Geography and Model",
        by("sum(amount_usd)", cost, "inference_geo", "model"));
    sql.put(
        "Cost by Workspace and Inference Geography",
        by("sum(amount_usd)", cost, "ws", "inference_geo"));
    sql.put("Cost by Workspace and Model", by("sum(amount_usd)", cost, "ws", "model"));
    sql.put("Cost Over Time", by("sum(amount_usd)", cost, "epoch_ms(bucket_start)"));
    usage(sql);
    return sql;
  }

  private static void usage(Map<String, String> sql) {
    String usage =
        " FROM (SELECT u.*, w.name AS ws, uncached_input_tokens AS fresh, cache_read_input_tokens AS reads,"
            + " cache_creation_5m_input_tokens + cache_creation_1h_input_tokens AS writes,"
            + " fresh + reads + writes AS input FROM usage_report u LEFT JOIN workspaces w ON w.id = u.workspace_id"
            + " WHERE bucket_width = '1h' AND grouped_by LIKE '%inference_geo%')";
    String kinds = "sum(fresh), sum(reads), sum(writes), sum(output_tokens)";
    String total = "sum(input + output_tokens)";
    String both = "sum(input), sum(output_tokens)";
    String hour = "epoch_ms(bucket_start)";
    sql.put("Total Input Tokens", "SELECT sum(input)" + usage);
    sql.put("Total Output Tokens", "SELECT sum(output_tokens)" + usage);
    sql.put("Input Token Cache Hit Rate", "SELECT sum(input), sum(reads)" + usage);
    sql.put(
        "Active Workspaces (Usage)", "SELECT count(DISTINCT coalesce(workspace_id, ''))" + usage);
    sql.put("Total Tokens Over Time by Model", by(total, usage, hour, "model"));
    sql.put(
        "Most Used Models by Total Tokens (Top 10)",
        by(total, usage, "model") + " ORDER BY 2 DESC LIMIT 10");
    sql.put("Total Token Usage by Workspace", by(total, usage, "ws"));
    sql.put(
        "Token Usage by Model, Workspace, and Service Tier",
        by(kinds, usage, "model", "ws", "service_tier"));
    sql.put("Token Usage Over Time (Hourly)", by(kinds, usage, hour));
    sql.put("Total Tokens by Model", by(both, usage, "model"));
    sql.put("Token Usage by Service Tier - Input vs Output", by(both, usage, "service_tier"));
    sql.put("Cache Efficiency Ratio", by("sum(fresh), sum(reads), sum(writes)", usage, "model"));
    sql.put(
        HEADROOM,
        by("sum(fresh), sum(output_tokens), sum(writes)", usage, "bucket_width", "model", hour));
    sql.put(
        "Rate Limit Ceilings - per Minute",
        by(
            List.of(
                    "input_tokens_per_minute_cache_aware",
                    "input_tokens_per_minute",
                    "output_tokens_per_minute",
                    "requests_per_minute",
                    "enqueued_batch_requests")
                .stream()
                .map(name -> "max(value) FILTER (limiter = '" + name + "')")
                .collect(joining(", ")),
            " FROM rate_limits",
            "group_id"));
  }

  private static String by(String figures, String from, String... groups) {
    String names =
        List.of(groups).stream()
            .map(group -> "coalesce(" + group + "::VARCHAR, '__missing__')")
            .collect(joining(", "));
    return "SELECT " + names + ", " + figures + from + " GROUP BY " + names;
  }

  private static JsonNode ask(Asked asked) throws IOException {
    return api()
        .ask("POST", asked.index().replace("-*", "-default") + "/_search", asked.body())
        .get("aggregations");
  }

  /** The answer as lines, figures as {@link Flat} writes them. */
  private static List<String> lines(String sql) {
    List<String> lines = new ArrayList<>();
    store()
        .answers()
        .query(
            sql,
            new ResultSink() {
              @Override
              public void columns(List<ResultColumn> columns) {
                // As asked.
              }

              @Override
              public void row(@Nullable Object[] cells) {
                List<String> texts = new ArrayList<>();
                for (Object cell : cells) {
                  texts.add(cell(cell));
                }
                lines.add(String.join("|", texts));
              }
            });
    return lines;
  }

  private static String cell(@Nullable Object cell) {
    return cell == null
        ? "-"
        : cell instanceof String text ? text : Flat.figure(new BigDecimal(cell.toString()));
  }

  private interface Revising {
    @Nullable Object[] revised(@Nullable Object[] row);
  }

  private static Changes fill(Shape shape) {
    return fill(shape, row -> row, Optional.empty());
  }

  private static Changes fill(Shape shape, Revising revising, Optional<BigDecimal> amount) {
    try (Mirror mirror = mirror()) {
      mirror.prepare(List.of(shape.table()));
      try (Load load = mirror.begin(delivery(shape))) {
        shape.rows(
            store().answers(),
            CollectedStore.NAME,
            Optional.empty(),
            rows -> {
              List<@Nullable Object[]> cells = new ArrayList<>();
              for (@Nullable Object[] row : rows.cells()) {
                @Nullable Object[] revised = revising.revised(row);
                amount.ifPresent(
                    value -> revised[shape.table().indexOf("anthropic.cost.amount")] = value);
                cells.add(revised);
              }
              load.add(0, new Rows(rows.table(), cells));
            });
        return load.commit(Checkpoint.START.at(new Position("here", 1)));
      }
    }
  }

  private static Delivery delivery(Shape shape) {
    return new Delivery(
        CollectedStore.NAME,
        Series.of(shape.table().name()),
        List.of(shape.table()),
        shape.scope(CollectedStore.NAME, Optional.empty()),
        Instant.MIN,
        CollectedStore.START);
  }

  private static Mirror mirror() {
    return new OpenSearch()
        .open(Address.of("opensearch://" + api().host() + "?secure=false"), InstantSource.system());
  }

  private static List<Shape> shapes(String namespace) {
    Map<String, String> options = new HashMap<>(ALL);
    options.put("namespace", namespace);
    return ElasticShapes.of(options);
  }

  private static String stream(String dataset, String namespace) {
    return "metrics-anthropic_metrics." + dataset + "-" + namespace;
  }

  private static String type(String stream, String field) throws IOException {
    JsonNode mapping = api().get(stream + "/_mapping").iterator().next().get("mappings");
    return mapping.at("/properties/" + field.replace(".", "/properties/") + "/type").asString("");
  }

  private static long count(String stream) throws IOException {
    return api().get(stream + "/_count").get("count").asLong();
  }

  private static double sum(String stream, String field) throws IOException {
    return api()
        .ask(
            "POST",
            stream + "/_search",
            "{\"size\":0,\"aggs\":{\"s\":{\"sum\":{\"field\":\"" + field + "\"}}}}")
        .at("/aggregations/s/value")
        .asDouble();
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = ElasticStreamsTest.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static CollectedStore store() {
    return Objects.requireNonNull(store);
  }

  private static SearchApi api() {
    return Objects.requireNonNull(api);
  }
}
