package dev.outlay.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.access.Place;
import dev.outlay.access.Role;
import dev.outlay.access.Standing;
import dev.outlay.access.door.Door;
import dev.outlay.server.Access;
import dev.outlay.server.Endpoint;
import dev.outlay.server.Networks;
import dev.outlay.server.Reply;
import dev.outlay.server.Site;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AccessApiTest {
  private static final String WORD = Place.PASSWORD;
  private final List<String> said = new ArrayList<>();
  @TempDir private Path folder;
  private Place place;
  private Site site;

  @BeforeEach
  void open() {
    place = new Place(folder);
    site =
        new Site(
            routes(place.door),
            new Visitors(place.door),
            List.of(new AccessWords()),
            Networks.of(Set.of("127.0.0.1")),
            _ -> Optional.empty());
  }

  private static List<Endpoint> routes(Door door) {
    Endpoint wide =
        Endpoint.get("/api/v1/wide", Void.class).role(Role.VIEWER).by(_ -> Reply.nothing());
    Endpoint narrow =
        Endpoint.get("/api/v1/narrow", Void.class)
            .access(Access.of(Role.VIEWER).alsoLimited())
            .by(_ -> Reply.nothing());
    return Stream.of(
            new SessionApi(door, true, false).endpoints(),
            new AccountsApi(door.registers()).endpoints(),
            new TokensApi(door).endpoints(),
            new LogApi(door.registers().journal()).endpoints(),
            List.of(wide, narrow))
        .flatMap(List::stream)
        .toList();
  }

  @AfterEach
  void close() {
    site.close();
    place.close();
  }

  @Test
  void fromTheSetupTokenToAnInvitedViewer() {
    JsonNode before = json(site.get("/api/v1/session"));
    assertThat(before.get("sign_in").asString()).isEqualTo("required");
    assertThat(before.get("setup").asBoolean()).isTrue();
    assertThat(before.has("caller")).isFalse();
    String boss = setUp(place.door.setup().first().orElseThrow().text(), "boss");
    assertThat(json(get("/api/v1/session", boss)).at("/caller/role").asString()).isEqualTo("admin");
    JsonNode made =
        json(
            post(
                "/api/v1/accounts",
                "{\"name\":\"anna\",\"role\":\"viewer\",\"workspaces\":[\"wrkspc_1\"]}",
                boss));
    String anna = setUp(made.at("/invitation/token").asString(), "anna");
    assertThat(get("/api/v1/narrow", anna).statusCode()).isEqualTo(204);
    assertThat(get("/api/v1/wide", anna).statusCode()).isEqualTo(403);
    assertThat(get("/api/v1/accounts", anna).statusCode()).isEqualTo(403);
    HttpResponse<String> lifted =
        site.send("PATCH", account(made), "{\"workspaces\":[]}", with(boss));
    assertThat(lifted.statusCode()).as(lifted.body()).isEqualTo(200);
    assertThat(get("/api/v1/wide", anna).statusCode()).isEqualTo(401);
    assertThat(get("/api/v1/wide", signIn("anna", WORD)).statusCode()).isEqualTo(204);
  }

  @Test
  void theCookieIsForThisSiteAndForNoScript() {
    place.person("anna", Standing.of(Role.VIEWER));
    String body = "{\"name\":\"anna\",\"password\":\"" + WORD + "\"}";
    assertThat(post("/api/v1/session", body, "").headers().firstValue("Set-Cookie").orElse(""))
        .matches("outlay_session=[0-9a-f]{64}; Path=/; Max-Age=604800; HttpOnly; SameSite=Strict");
    HttpResponse<String> safe =
        site.send(
            "POST",
            "/api/v1/session",
            body,
            "Content-Type",
            "application/json",
            "X-Forwarded-Proto",
            "https",
            "X-Forwarded-For",
            "198.51.100.7",
            "X-Forwarded-Host",
            "outlay.example.com");
    assertThat(safe.headers().firstValue("Set-Cookie").orElse(""))
        .startsWith("__Host-outlay_session=")
        .endsWith("; Path=/; Max-Age=604800; HttpOnly; SameSite=Strict; Secure");
    assertThat(place.log().getFirst()).endsWith("from 198.51.100.7");
  }

  @Test
  void signingOutForgetsTheCookie() {
    place.person("anna", Standing.of(Role.VIEWER));
    String anna = signIn("anna", WORD);
    HttpResponse<String> out = site.send("DELETE", "/api/v1/session", "", with(anna));
    assertThat(out.headers().firstValue("Set-Cookie").orElse("")).contains("=; Path=/; Max-Age=0;");
    assertThat(get("/api/v1/wide", anna).statusCode()).isEqualTo(401);
  }

  @Test
  void wrongPasswordsAreRefusedAndThenSlowedDown() {
    place.person("anna", Standing.of(Role.VIEWER));
    String body = "{\"name\":\"anna\",\"password\":\"wrong\"}";
    for (int i = 0; i < 10; i++) {
      assertThat(post("/api/v1/session", body, "").statusCode()).isEqualTo(401);
    }
    HttpResponse<String> slowed = post("/api/v1/session", body, "");
    assertThat(slowed.statusCode()).isEqualTo(429);
    assertThat(slowed.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
  }

  @Test
  void aTokenIsShownOnceAndWorksUntilItIsRevoked() {
    place.person("boss", Standing.of(Role.ADMIN));
    place.person("anna", Standing.of(Role.ANALYST));
    String anna = signIn("anna", WORD);
    String asked = "{\"label\":\"nightly\",\"role\":\"%s\"}";
    assertThat(post("/api/v1/tokens", asked.formatted("admin"), anna).statusCode()).isEqualTo(403);
    JsonNode made = json(post("/api/v1/tokens", asked.formatted("viewer"), anna));
    String secret = made.get("secret").asString();
    assertThat(bearer("GET", "/api/v1/wide", secret)).isEqualTo(204);
    assertThat(bearer("POST", "/api/v1/tokens", secret))
        .as("a token makes no token")
        .isEqualTo(403);
    assertThat(bearer("GET", "/api/v1/log", secret)).isEqualTo(403);
    JsonNode listed = json(get("/api/v1/tokens", signIn("boss", WORD))).at("/tokens/0");
    assertThat(listed.get("owner").asString()).isEqualTo("anna");
    assertThat(listed.get("last_used").asString()).isEqualTo("2026-11-20");
    String path = "/api/v1/tokens/" + listed.get("id").asString();
    assertThat(site.send("DELETE", path, "", with(anna)).statusCode()).isEqualTo(204);
    assertThat(bearer("GET", "/api/v1/wide", secret)).isEqualTo(401);
  }

  @Test
  void everybodySeesTheirOwnTokensAlone() {
    place.person("anna", Standing.of(Role.VIEWER));
    place.person("bert", Standing.of(Role.VIEWER));
    String asked = "{\"label\":\"mine\",\"role\":\"viewer\"}";
    JsonNode made = json(post("/api/v1/tokens", asked, signIn("anna", WORD)));
    String bert = signIn("bert", WORD);
    assertThat(json(get("/api/v1/tokens", bert)).get("tokens")).isEmpty();
    String path = "/api/v1/tokens/" + made.at("/token/id").asString();
    assertThat(site.send("DELETE", path, "", with(bert)).statusCode()).isEqualTo(404);
  }

  @Test
  void theLogIsReadPageByPage() {
    place.person("boss", Standing.of(Role.ADMIN));
    String boss = signIn("boss", WORD);
    post("/api/v1/accounts", "{\"name\":\"anna\",\"role\":\"viewer\"}", boss);
    JsonNode first = json(get("/api/v1/log?limit=2", boss));
    assertThat(first.at("/entries/0/what").asString()).isEqualTo("invited anna to set a password");
    assertThat(first.at("/entries/1/what").asString()).isEqualTo("made the account anna as viewer");
    JsonNode next =
        json(get("/api/v1/log?limit=2&cursor=" + first.get("next_cursor").asString(), boss));
    assertThat(next.at("/entries/0/kind").asString()).isEqualTo("sign_in");
    assertThat(next.at("/entries/0/from").asString()).isEqualTo("127.0.0.1");
    assertThat(next.has("next_cursor")).isFalse();
  }

  @Test
  void theLastAdministratorStays() {
    place.person("boss", Standing.of(Role.ADMIN));
    String boss = signIn("boss", WORD);
    JsonNode list = json(get("/api/v1/accounts", boss));
    String path = "/api/v1/accounts/" + list.at("/accounts/0/id").asString();
    assertThat(site.send("DELETE", path, "", with(boss)).statusCode()).isEqualTo(409);
    assertThat(site.send("PATCH", path, "{\"disabled\":true}", with(boss)).statusCode())
        .isEqualTo(409);
    assertThat(json(get("/api/v1/session", boss)).has("caller")).isTrue();
  }

  @Test
  void noAnswerAndNoLogRepeatsASecret() {
    String setup = place.door.setup().first().orElseThrow().text();
    String boss = setUp(setup, "boss");
    String token =
        json(post("/api/v1/tokens", "{\"label\":\"a\",\"role\":\"admin\"}", boss))
            .get("secret")
            .asString();
    said.clear();
    for (Endpoint route : routes(place.door)) {
      String path = route.path().replaceAll("\\{.*?}", "none");
      said.add(
          site.send(route.method().name(), path, "{\"x\":\"" + WORD + "\"}", with(boss)).body());
    }
    String boss2 = signIn("boss", WORD);
    for (String path : List.of("session", "accounts", "tokens", "log", "nothing?token=" + token)) {
      get("/api/v1/" + path, boss2);
    }
    String seen = said + place.kept();
    for (String secret : List.of(WORD, setup, token, boss.split("=")[1], boss2.split("=")[1])) {
      assertThat(seen).doesNotContain(secret);
    }
  }

  private String setUp(String token, String name) {
    String body =
        "{\"token\":\"%s\",\"name\":\"%s\",\"password\":\"%s\"}".formatted(token, name, WORD);
    return cookie(post("/api/v1/setup", body, ""));
  }

  private String signIn(String name, String password) {
    String body = "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, password);
    return cookie(post("/api/v1/session", body, ""));
  }

  private static String cookie(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.headers().firstValue("Set-Cookie").orElse("").split(";")[0];
  }

  private int bearer(String method, String path, String token) {
    String[] headers = {"Authorization", "Bearer " + token, "Content-Type", "application/json"};
    String body = "{\"label\":\"more\",\"role\":\"viewer\"}";
    return site.send(method, path, method.equals("GET") ? "" : body, headers).statusCode();
  }

  private HttpResponse<String> get(String path, String cookie) {
    return heard(site.get(path, "Cookie", cookie));
  }

  private HttpResponse<String> post(String path, String body, String cookie) {
    return heard(site.send("POST", path, body, with(cookie)));
  }

  private HttpResponse<String> heard(HttpResponse<String> answer) {
    said.add(answer.body());
    return answer;
  }

  private static String[] with(String cookie) {
    List<String> headers = new ArrayList<>(List.of("Content-Type", "application/json"));
    if (!cookie.isEmpty()) {
      headers.addAll(Arrays.asList("Cookie", cookie));
    }
    return headers.toArray(String[]::new);
  }

  private static String account(JsonNode made) {
    return "/api/v1/accounts/" + made.at("/account/id").asString();
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    return JsonMapper.shared().readTree(answer.body());
  }
}
