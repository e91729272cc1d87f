package dev.outlay.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.server.Identify;
import dev.outlay.server.Site;
import dev.outlay.server.api.MetricsApi;
import dev.outlay.telemetry.DestinationMetrics;
import dev.outlay.testkit.server.Program;
import dev.outlay.testkit.server.Started;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Prometheus scrapes what is really served, and answers everything we ship for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScrapedTest {
  private static final Path DASHBOARD = Path.of("../docs/monitoring/grafana-dashboard.json");
  private static final Pattern SELECTOR =
      Pattern.compile(
          "\\b(?:claude|outlay|process|up)(?:_[a-z0-9_]+)?\\b(?:\\{[^}]*})?(?!\\s*\\()");

  private final HttpClient client = HttpClient.newHttpClient();
  private @Nullable Path folder;
  private @Nullable Organisation organisation;
  private @Nullable Site destinations;
  private @Nullable Prometheus prometheus;

  @BeforeAll
  void scrape(@TempDir Path temporary) {
    folder = temporary;
    Program.needed("prometheus");
    organisation = new Organisation(folder());
    DestinationMetrics late =
        new DestinationMetrics(() ->
            List.of(
                new DestinationMetrics.Kept(
                    "warehouse", Optional.empty(), Optional.of(Organisation.NOW), true)));
    destinations = new Site(new MetricsApi(late).endpoints(), Identify.LOCAL);
    readOnce();
    prometheus = Prometheus.scraping(folder(), "", organisation().url(), destinations.url());
  }

  /** Everything is read anew by the schedule, so that there are runs to count. */
  private void readOnce() {
    URI all = URI.create(organisation().url() + "/api/v1/connections");
    JsonNode connections = JsonMapper.shared().readTree(Started.text(all));
    String id = connections.at("/connections/0/id").asString();
    HttpRequest sync =
        HttpRequest.newBuilder(URI.create(all + "/" + id + "/sync"))
            .header("Origin", organisation().url().toString())
            .POST(BodyPublishers.noBody())
            .build();
    assertThat(send(sync).statusCode()).isEqualTo(202);
  }

  @AfterAll
  void close() {
    for (AutoCloseable each :
        new @Nullable AutoCloseable[] {prometheus, destinations, organisation}) {
      try {
        if (each != null) {
          each.close();
        }
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void everyTargetIsUpAndWithoutAFault() {
    assertThat(prometheus().data("up == 1")).hasSize(2);
    JsonNode targets = prometheus().get("/api/v1/targets?state=active");
    assertThat(targets.at("/data/activeTargets").valueStream())
        .extracting(target -> target.get("lastError").asString())
        .containsOnly("");
  }

  @Test
  void whatIsScrapedIsWhatTheStoreKnows() {
    BigDecimal known = sum("SELECT sum(amount_usd)::VARCHAR FROM cost_report WHERE settled");
    String scraped =
        prometheus().data("sum(claude_cost_usd_total)").getFirst().at("/value/1").asString();
    assertThat(new BigDecimal(scraped))
        .isCloseTo(known, org.assertj.core.data.Offset.offset(new BigDecimal("0.000001")));
    BigDecimal tokens =
        sum(
            "SELECT sum(uncached_input_tokens + cache_read_input_tokens + cache_creation_5m_input_tokens"
                + " + cache_creation_1h_input_tokens + output_tokens)::VARCHAR FROM usage_daily WHERE settled");
    assertThat(
            new BigDecimal(
                prometheus()
                    .data("sum(claude_usage_tokens_total)")
                    .getFirst()
                    .at("/value/1")
                    .asString()))
        .isEqualByComparingTo(tokens);
  }

  @Test
  void noCounterOfTheStoreFallsWhileEverythingIsReadAnew() {
    prometheus().data("outlay_sync_runs_total{status=\"ok\"}");
    List<JsonNode> falls = prometheus().data("resets({__name__=~\"claude_.*_total\"}[10m])");
    assertThat(falls).extracting(each -> each.at("/value/1").asString()).containsOnly("0");
  }

  @Test
  void everyQueryOfTheDashboardGivesData() throws IOException {
    JsonNode dashboard = JsonMapper.shared().readTree(Files.readString(DASHBOARD));
    List<String> queries = new ArrayList<>();
    dashboard
        .get("panels")
        .forEach(panel ->
            panel.path("targets").forEach(target -> queries.add(target.get("expr").asString())));
    assertThat(queries).hasSizeGreaterThan(30);
    for (String query : queries) {
      String asked = query.replace("$org", ".*").replace("$__rate_interval", "10s");
      assertThat(prometheus().data(asked)).as(query).isNotEmpty();
    }
  }

  @Test
  void everyAlertIsLoadedAndWatchesSomethingThatIsThere() {
    Started.until(() -> {
      List<JsonNode> rules = rules();
      assertThat(rules).hasSizeGreaterThan(10);
      assertThat(rules).extracting(rule -> rule.get("health").asString()).containsOnly("ok");
    });
    Set<String> selectors = new TreeSet<>();
    for (JsonNode rule : rules()) {
      List<String> own =
          SELECTOR.matcher(rule.get("query").asString()).results().map(MatchResult::group).toList();
      assertThat(own).as(rule.get("query").asString()).isNotEmpty();
      selectors.addAll(own);
    }
    for (String selector : selectors) {
      assertThat(prometheus().data(quiet(selector))).as(selector).isNotEmpty();
    }
  }

  /** A fault that nobody met has no samples; that it would have them is seen by the others. */
  private static String quiet(String selector) {
    return selector.replace("{kind=\"refused\"}", "");
  }

  private List<JsonNode> rules() {
    return prometheus()
        .get("/api/v1/rules?type=alert")
        .at("/data/groups")
        .valueStream()
        .flatMap(group -> group.get("rules").valueStream())
        .toList();
  }

  @Test
  void promtoolFindsNothingToSay() throws IOException {
    Program promtool = Program.needed("promtool");
    Path nothing = Files.createFile(folder().resolve("nothing"));
    Program.Ran rules =
        promtool.run(nothing, "check", "rules", Prometheus.RULES.toAbsolutePath().toString());
    assertThat(rules.exit()).as(rules.said()).isZero();
    Path scraped = Files.writeString(folder().resolve("scraped"), scrape("text/plain"));
    Program.Ran metrics = promtool.run(scraped, "check", "metrics");
    assertThat(metrics.said()).isEmpty();
    assertThat(metrics.exit()).isZero();
  }

  private String scrape(String accept) {
    URI address = URI.create(organisation().url() + "/metrics");
    HttpResponse<String> answer =
        send(HttpRequest.newBuilder(address).header("Accept", accept).build());
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(accept);
    return answer.body();
  }

  private BigDecimal sum(String sql) {
    return new BigDecimal(
        dev.outlay.store.Line.of(organisation().open.answers(), sql).getFirst().name(0));
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Organisation organisation() {
    return Objects.requireNonNull(organisation);
  }

  private Prometheus prometheus() {
    return Objects.requireNonNull(prometheus);
  }

  private Path folder() {
    return Objects.requireNonNull(folder);
  }
}
