package dev.outlay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.cli.Main;
import dev.outlay.cli.Streams;
import dev.outlay.cli.Terminal;
import dev.outlay.server.Site;
import dev.outlay.simulator.Settings;
import dev.outlay.simulator.Simulator;
import dev.outlay.simulator.world.Report;
import dev.outlay.simulator.world.Size;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Limits, keys, people, quality and revisions over HTTP, of what the simulator tells. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DataRoutesTest {
  private static final Instant YESTERDAY = Instant.parse("2026-11-19T10:00:00Z");

  /** The hour of {@link Site}. */
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  private Instant clock = YESTERDAY;
  private final Simulator simulator =
      Simulator.start(
          Settings.defaults()
              .withClock(() -> clock)
              .withSize(Size.demo().withStreams(8).withHistoryDays(40).withDevelopers(2)));
  private @Nullable SharedStore open;
  private @Nullable Served served;
  private @Nullable Site site;

  @BeforeAll
  void collect(@TempDir Path folder) {
    Map<String, String> environment = new HashMap<>();
    environment.putAll(
        Map.of(
            "HOME", folder.toString(),
            "ANTHROPIC_ADMIN_KEY", Settings.KEY,
            "OUTLAY_BASE_URL", simulator.url().toString(),
            "OUTLAY_STORE", folder.resolve("s.duckdb").toString(),
            "OUTLAY_LOOKBACK_DAYS", "20"));
    sync(environment, folder, YESTERDAY);
    simulator.revise(Report.COST, LocalDate.parse("2026-11-17"), 150);
    sync(environment, folder, NOW);
    App app = new App(Config.read(Flags.NONE, environment, folder));
    SharedStore shared = app.openToServe("serve");
    open = shared;
    served =
        Served.over(app, shared, app.config().binding(Optional.empty(), Optional.of(0)), "test");
    Objects.requireNonNull(served).schedule().begin();
    site = new Site(served.api(Site.BY_HEADER));
  }

  private void sync(Map<String, String> environment, Path folder, Instant at) {
    clock = at;
    environment.put("OUTLAY_NOW", at.toString());
    OutputStream nowhere = OutputStream.nullOutputStream();
    Streams streams = new Streams(nowhere, nowhere, Terminal.NONE, folder);
    assertThat(Main.run(new String[] {"sync"}, environment, streams)).isZero();
  }

  @AfterAll
  void close() {
    if (served != null) {
      served.close();
    }
    if (site != null) {
      site.close();
    }
    if (open != null) {
      open.close();
    }
    simulator.close();
  }

  @Test
  void theTightestLimitComesFirstAndItsSeriesHasItsPeak() {
    JsonNode limits = json("/api/v1/limits?period=24h", "viewer").get("limits");
    JsonNode first = limits.get(0);
    assertThat(first.at("/measurable").asBoolean()).isTrue();
    assertThat(first.at("/bucket_width").asString()).isEqualTo("1m");
    assertThat(first.at("/peak/percent").isString()).isTrue();
    assertThat(first.at("/peak/per_minute").isIntegralNumber()).isTrue();
    JsonNode series =
        json(
            "/api/v1/limits/series?period=24h&points=48&key=" + first.get("key").asString(),
            "viewer");
    assertThat(
            series
                .get("points")
                .valueStream()
                .mapToLong(point -> point.get("per_minute").asLong())
                .max())
        .hasValue(first.at("/peak/per_minute").asLong());
    assertThat(limits.valueStream().filter(each -> !each.get("measurable").asBoolean()))
        .isNotEmpty()
        .allMatch(each -> each.has("reason") && !each.has("peak"));
  }

  @Test
  void limitsOfAWorkspaceAreItsOwnAndAreAllThatItsPeopleSee() {
    String workspace =
        json("/api/v1/limits", "viewer")
            .get("limits")
            .valueStream()
            .map(limit -> limit.get("scope").asString())
            .filter(scope -> scope.startsWith("wrkspc_"))
            .findFirst()
            .orElseThrow();
    Set<String> asked = scopes("/api/v1/limits?workspace=" + workspace, "viewer");
    assertThat(asked).containsExactly(workspace);
    assertThat(scopes("/api/v1/limits", "viewer/" + workspace)).containsExactly(workspace);
    assertThat(scopes("/api/v1/limits?workspace=" + workspace, "viewer/wrkspc_other")).isEmpty();
    String organisations =
        json("/api/v1/limits", "viewer")
            .get("limits")
            .valueStream()
            .filter(limit -> limit.get("scope").asString().equals("organization"))
            .findFirst()
            .orElseThrow()
            .get("key")
            .asString();
    assertThat(
            site()
                .get("/api/v1/limits/series?key=" + organisations, "As", "viewer/" + workspace)
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void keysHaveOwnersAndCostsAndTheUseWithoutAKeyIsThere() {
    List<JsonNode> keys =
        json("/api/v1/keys?period=7d", "viewer").get("keys").valueStream().toList();
    assertThat(keys).anyMatch(key -> key.get("id").isNull() && key.get("tokens").asLong() > 0);
    assertThat(keys)
        .anyMatch(key -> key.has("owner") && key.has("last_used") && key.get("cost").isString());
    assertThat(keys).allMatch(key -> key.at("/workspace/name").isString());
    String workspace =
        keys.stream()
            .map(key -> key.at("/workspace/id").asString(""))
            .filter(id -> !id.isEmpty())
            .findFirst()
            .orElseThrow();
    assertThat(json("/api/v1/keys?period=7d", "viewer/" + workspace).get("keys").size())
        .isBetween(1, keys.size() - 1);
  }

  @Test
  void peopleHaveNamesAndPlaces() {
    JsonNode people = json("/api/v1/people", "viewer");
    assertThat(people.get("people").valueStream())
        .anyMatch(person -> person.get("workspaces").size() > 0 && person.has("email"));
    assertThat(people.get("invites").size()).isPositive();
  }

  @Test
  void qualityIsALineOfWordsAndASourceForEverything() {
    JsonNode quality = json("/api/v1/quality", "viewer");
    assertThat(quality.get("line").asString()).startsWith("Usage to ").contains("UTC");
    assertThat(quality.get("sources").valueStream())
        .anyMatch(source ->
            source.get("dataset").asString().equals("usage_report")
                && source.get("covered").size() == 1
                && source.has("settled_to"))
        .allMatch(source -> source.get("state").isString());
  }

  @Test
  void whatChangedIsToldPageByPage() {
    Set<String> seen = new HashSet<>();
    int told = 0;
    String cursor = "";
    do {
      JsonNode page = json("/api/v1/revisions?dataset=cost_report&limit=7" + cursor, "viewer");
      for (JsonNode each : page.get("revisions")) {
        seen.add(each.toString());
        told++;
      }
      cursor = page.has("next_cursor") ? "&cursor=" + page.get("next_cursor").asString() : "";
    } while (!cursor.isEmpty());
    assertThat(seen).hasSize(told).hasSizeGreaterThan(7);
    assertThat(seen).anyMatch(each -> each.contains("2026-11-17T00:00:00Z"));
    assertThat(site().get("/api/v1/revisions?cursor=bm9uZQ", "As", "viewer").statusCode())
        .isEqualTo(400);
  }

  @Test
  void aPeriodOrZoneThatIsNoneIsRefusedInWords() {
    assertThat(site().get("/api/v1/limits?period=soon", "As", "viewer").body())
        .contains("\"status\":400");
    assertThat(site().get("/api/v1/keys?zone=Mars/Base", "As", "viewer").body())
        .contains("zone takes a time zone");
  }

  private Set<String> scopes(String path, String as) {
    Set<String> scopes = new HashSet<>();
    json(path, as).get("limits").forEach(limit -> scopes.add(limit.get("scope").asString()));
    return scopes;
  }

  private JsonNode json(String path, String as) {
    HttpResponse<String> answer = site().get(path, "As", as);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  private Site site() {
    return Objects.requireNonNull(site);
  }
}
