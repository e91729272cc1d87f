package dev.outlay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.access.Role;
import dev.outlay.cli.Main;
import dev.outlay.cli.Streams;
import dev.outlay.cli.Terminal;
import dev.outlay.cli.output.Golden;
import dev.outlay.metric.Metric;
import dev.outlay.server.Access;
import dev.outlay.server.Api;
import dev.outlay.server.Endpoint;
import dev.outlay.server.Method;
import dev.outlay.server.Parameter;
import dev.outlay.server.Site;
import dev.outlay.simulator.Settings;
import dev.outlay.simulator.Simulator;
import dev.outlay.simulator.world.Size;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All routes of the program, over what the simulator tells. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServingTest {
  private static final Path DESCRIPTION = Path.of("../docs/reference/openapi.json");
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final long SEED = 20261121;
  private static final String OPTIONS =
      " --by model,workspace --grain day --last 12d --compare previous --format jsonl";
  private static final String ASKED = "ask cost" + OPTIONS;
  private static final String SPENT = "spend" + OPTIONS;
  private static final String SPENT_IN_ALL =
      "spend --by= --last 12d --compare previous --format jsonl";

  private final Simulator simulator =
      Simulator.start(
          Settings.defaults()
              .withClock(() -> NOW)
              .withSize(Size.demo().withStreams(6).withHistoryDays(40).withDevelopers(2)));
  private final Map<String, String> said = new HashMap<>();
  private @org.jspecify.annotations.Nullable SharedStore open;
  private @org.jspecify.annotations.Nullable Served served;
  private @org.jspecify.annotations.Nullable Site site;
  private List<Endpoint> routes = List.of();
  private Schema schema = Schema.of("{}");

  @BeforeAll
  void collect(@TempDir Path folder) {
    Map<String, String> environment =
        Map.of(
            "HOME", folder.toString(),
            "ANTHROPIC_ADMIN_KEY", Settings.KEY,
            "OUTLAY_BASE_URL", simulator.url().toString(),
            "OUTLAY_STORE", folder.resolve("s.duckdb").toString(),
            "OUTLAY_NOW", NOW.toString(),
            "OUTLAY_LOOKBACK_DAYS", "30");
    command("sync", environment, folder);
    // Before it is served: of one process, the engine opens a file once only.
    for (String line : List.of(ASKED, SPENT, SPENT_IN_ALL)) {
      said.put(line, command(line, environment, folder));
    }
    serve(new App(Config.read(Flags.NONE, environment, folder)));
  }

  private static String command(String line, Map<String, String> environment, Path folder) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams = new Streams(out, err, Terminal.NONE, folder);
    int code = Main.run(line.split(" "), environment, streams);
    assertThat(code).as(line + ": " + err.toString(StandardCharsets.UTF_8)).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  private void serve(App app) {
    SharedStore shared = app.openToServe("serve");
    Served all =
        Served.over(app, shared, app.config().binding(Optional.empty(), Optional.of(0)), "test");
    all.schedule().begin();
    Api api = all.api(Site.BY_HEADER);
    open = shared;
    served = all;
    routes = api.endpoints();
    schema = Schema.of(api.description());
    site = new Site(api);
  }

  @AfterAll
  void close() {
    if (served != null) {
      served.close();
    }
    site().close();
    if (open != null) {
      open.close();
    }
    simulator.close();
  }

  @Test
  void theDescriptionSaysWhatIsServed() throws IOException {
    Golden.check(DESCRIPTION, site().get("/api/v1/openapi.json").body());
  }

  @Test
  void theGuideSaysWhatIsMeasured() throws IOException {
    List<Metric> metrics = Objects.requireNonNull(served).metrics().metrics();
    assertThat(metrics).extracting(Metric::sampleName).doesNotHaveDuplicates();
    Golden.check(Path.of("../docs/guide/metrics.md"), new MetricsPage(metrics).text());
  }

  @Test
  void everyAnswerIsAsDescribed() {
    for (Endpoint route : routes) {
      if (route.method() == Method.GET && !route.media().contains("text/event-stream")) {
        HttpResponse<String> answer = site().get(address(route), "As", "admin");
        String told = route.path() + " " + answer.statusCode() + " " + answer.body();
        assertThat(answer.statusCode()).as(told).isIn(route.status(), 404);
        String status = answer.statusCode() >= 400 ? "default" : "" + route.status();
        assertThat(schema.breaches(route.path(), "get", status, answer.body())).as(told).isEmpty();
      }
    }
  }

  @Test
  void everyRouteLetsInWhomItSays() {
    for (Endpoint route : routes) {
      assertWho(route, "", 401, route.access().least().isPresent());
      for (Role role : Role.values()) {
        boolean enough = route.access().least().filter(least -> !role.covers(least)).isEmpty();
        assertWho(route, role.name(), 403, !enough);
      }
      assertWho(route, "VIEWER/wrkspc_none", 403, !limitedMay(route.access()));
    }
  }

  private static boolean limitedMay(Access access) {
    return access.limited() && access.least().filter(least -> least != Role.VIEWER).isEmpty();
  }

  private void assertWho(Endpoint route, String who, int refusal, boolean refused) {
    String first =
        site()
            .raw(
                route.method()
                    + " "
                    + address(route)
                    + " HTTP/1.1\nHost: localhost\nContent-Type: application/json\n"
                    + (who.isEmpty() ? "" : "As: " + who + "\n")
                    + "Content-Length: 2\n\n{}");
    String about = route.method() + " " + route.path() + " as " + who + ": " + first;
    assertThat(first).as(about).startsWith("HTTP/1.1 ").doesNotStartWith("HTTP/1.1 500");
    if (refused) {
      assertThat(first).as(about).startsWith("HTTP/1.1 " + refusal);
    } else {
      assertThat(first)
          .as(about)
          .doesNotStartWith("HTTP/1.1 401")
          .doesNotContain("this takes the role")
          .doesNotContain("shows more than the workspaces");
    }
  }

  @Test
  void everyRowIsOnOnePageAndNoneIsOnTwo() {
    for (String table : List.of("cost_report", "usage_report", "workspaces", "claude_code_usage")) {
      Set<String> rows = new HashSet<>();
      int given = 0;
      String cursor = "";
      do {
        JsonNode page = json("/api/v1/datasets/" + table + "/rows?limit=997" + cursor);
        for (JsonNode row : page.get("rows")) {
          rows.add(row.toString());
          given++;
        }
        cursor = page.has("next_cursor") ? "&cursor=" + page.get("next_cursor").asString() : "";
      } while (!cursor.isEmpty());
      assertThat(given).as(table).isEqualTo(count(table)).isGreaterThan(0);
      assertThat(rows).as(table).hasSize(given);
    }
  }

  @Test
  void somebodyLimitedToAWorkspaceSeesItsRowsAlone() {
    String id =
        json("/api/v1/datasets/cost_report/rows")
            .get("rows")
            .valueStream()
            .map(row -> row.get(3))
            .filter(JsonNode::isString)
            .findFirst()
            .orElseThrow()
            .asString();
    HttpResponse<String> own =
        site().get("/api/v1/datasets/cost_report/rows", "As", "viewer/" + id);
    JsonNode rows = JsonMapper.shared().readTree(own.body()).get("rows");
    assertThat(rows.valueStream().map(row -> row.get(3).asString()).distinct()).containsExactly(id);
    assertThat(site().get("/api/v1/datasets/users/rows", "As", "viewer/" + id).statusCode())
        .isEqualTo(403);
  }

  @Test
  void noRequestIsAMistakeOfOurs() {
    Random random = new Random(SEED);
    for (int i = 0; i < 1500; i++) {
      String request = new Fuzz(random, routes).request();
      assertThat(site().raw(request)).as(request).doesNotStartWith("HTTP/1.1 500");
    }
  }

  @Test
  void anExplainedNumberIsTheNumberItself() {
    JsonNode answer = json("/api/v1/ask?measures=cost&by=workspace,model&grain=day&period=7d");
    JsonNode row = answer.get("rows").get(0);
    String groups = row.at("/groups/0/id").asString("") + "," + row.at("/groups/1/id").asString("");
    JsonNode explained =
        json(
            "/api/v1/explain?measures=cost&by=workspace,model&grain=day&period=7d&measure=cost&time="
                + row.get("time").asString()
                + "&groups="
                + groups);
    JsonNode alone = json(explained.at("/ask/api").asString());
    assertThat(alone.at("/totals/values/0")).isEqualTo(row.at("/values/0"));
    assertThat(explained.get("revisions").valueStream().toList()).isNotEmpty();
    assertThat(explained.at("/revisions/0/value")).isEqualTo(row.at("/values/0"));
    assertThat(explained.get("dataset").asString()).isEqualTo("cost_report");
  }

  @Test
  void anAnswerIsTakenAwayExactly() {
    String ask = "measures=cost,tokens&by=workspace&period=7d&compare=previous&limit=2";
    JsonNode rows = json("/api/v1/ask?" + ask).get("rows");
    String csv = site().get("/api/v1/ask/export?format=csv&" + ask, "As", "analyst").body();
    assertThat(csv.lines().findFirst())
        .contains(
            "workspace_id,workspace,cost,tokens,cost_before,tokens_before,provisional,estimated,others");
    assertThat(csv.lines().count()).isEqualTo(rows.size() + 1L);
    assertThat(csv).contains(rows.at("/0/values/0").asString());
    assertThat(site().get("/api/v1/ask/export?format=jsonl&" + ask, "As", "analyst").body().lines())
        .hasSize(rows.size())
        .allMatch(line -> JsonMapper.shared().readTree(line).has("workspace_id"));
    assertThat(site().get("/api/v1/ask/export?format=parquet&" + ask, "As", "analyst").body())
        .startsWith("PAR1");
    assertThat(site().get("/api/v1/ask/export?format=csv&" + ask, "As", "viewer").statusCode())
        .isEqualTo(403);
  }

  @Test
  void thePageAndBothCommandsSayTheSameToTheLastDigit() {
    JsonNode page =
        json("/api/v1/ask?measures=cost&by=model,workspace&grain=day&period=12d&compare=previous");
    List<String> rows =
        page.get("rows")
            .valueStream()
            .map(row ->
                line(
                    row,
                    "/time",
                    "/groups/0/id",
                    "/groups/1/id",
                    "/values/0",
                    "/previous/0",
                    "/provisional",
                    "/estimated"))
            .toList();
    assertThat(rows).hasSizeGreaterThan(20);
    assertThat(rows.toString()).contains(" true true]", " true null]", " null null]");
    assertThat(
            lines(
                ASKED,
                "/time /model_id /workspace_id /cost /previous_cost /provisional /estimated"))
        .isEqualTo(rows);
    assertThat(
            lines(
                SPENT,
                "/day /model /workspace_id /amount_usd /previous_usd /provisional /estimated"))
        .isEqualTo(rows);
    String total = line(page, "/totals/values/0", "/totals/previous/0");
    assertThat(lines(SPENT_IN_ALL, "/amount_usd /previous_usd")).containsExactly(total);
  }

  private List<String> lines(String command, String cells) {
    return Objects.requireNonNull(said.get(command))
        .lines()
        .map(line -> line(JsonMapper.shared().readTree(line), cells.split(" ")))
        .toList();
  }

  /**
   * Cells as text: the day of a time, every digit of a figure that is not a trailing zero, and a
   * mark only where it holds, for the API leaves out the others.
   */
  private static String line(JsonNode row, String... cells) {
    return Stream.of(cells)
        .map(row::at)
        .map(cell -> cell.asString("null"))
        .map(text -> text.replace("T00:00:00Z", "").replaceAll("^false$", "null"))
        .map(text -> text.matches("-?[0-9]+[.][0-9]+") ? digits(text) : text)
        .collect(Collectors.joining(" ", "[", "]"));
  }

  private static String digits(String number) {
    return new BigDecimal(number).stripTrailingZeros().toPlainString();
  }

  @Test
  void rowsAreFoundByWhatIsInTheirColumns() {
    JsonNode some =
        json("/api/v1/datasets/cost_report/rows?where=model+~+OPUS+and+token_type+is+not+empty");
    assertThat(some.get("rows").valueStream().map(row -> row.get(6).asString()))
        .isNotEmpty()
        .allMatch(model -> model.contains("opus"));
    assertThat(site().get("/api/v1/datasets/users/rows?where=emial+%3D+x", "As", "viewer").body())
        .contains("\"nearest\":\"email\"");
  }

  private long count(String table) {
    HttpResponse<String> answer =
        site()
            .send(
                "POST",
                "/api/v1/query",
                "{\"sql\":\"SELECT count(*) FROM " + table + "\"}",
                "As",
                "admin",
                "Content-Type",
                "application/json");
    return JsonMapper.shared().readTree(answer.body()).at("/rows/0/0").asLong();
  }

  private JsonNode json(String path) {
    HttpResponse<String> answer = site().get(path, "As", "admin");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  /** An address that works, made of the examples. */
  private static String address(Endpoint route) {
    Map<String, String> path = new HashMap<>();
    List<String> query = new ArrayList<>();
    for (Parameter<?> each : route.parameters()) {
      String text = URLEncoder.encode(each.example().orElse("none"), StandardCharsets.UTF_8);
      if (route.inPath(each)) {
        path.put("{" + each.name() + "}", text);
      } else if (each.required()) {
        assertThat(each.example()).as(route.path() + " " + each.name()).isPresent();
        query.add(each.name() + "=" + text);
      }
    }
    String address = route.path();
    for (Map.Entry<String, String> each : path.entrySet()) {
      address = address.replace(each.getKey(), each.getValue());
    }
    return query.isEmpty() ? address : address + "?" + String.join("&", query);
  }

  private Site site() {
    if (site == null) {
      throw new IllegalStateException("not served yet");
    }
    return site;
  }
}
