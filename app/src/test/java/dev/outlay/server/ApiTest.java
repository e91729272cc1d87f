package dev.outlay.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.access.Role;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApiTest {
  record Cup(
      String roomName,
      BigDecimal price,
      long beans,
      Instant at,
      Optional<String> milk,
      List<@Nullable Object> cells) {}

  record Order(String roomName, Optional<BigDecimal> most) {}

  private static final Parameter<Integer> LIMIT = Parameter.number("limit", "How many.", 1, 10);
  private static final Parameter<String> KIND =
      Parameter.oneOf("kind", "Which.", List.of("black", "white"));
  private static final Parameter<String> ID = Parameter.text("id", "Which cup.");

  private final Site site =
      new Site(
          List.of(
              Endpoint.get("/api/v1/cups/{id}", Cup.class)
                  .takes(ID, LIMIT, KIND)
                  .access(Access.of(Role.VIEWER))
                  .by(call -> Reply.of(cup(call.get(ID)))),
              Endpoint.post("/api/v1/cups", Cup.class)
                  .body(Order.class)
                  .role(Role.ANALYST)
                  .by(call ->
                      Reply.created("/api/v1/cups/1", cup(call.body(Order.class).roomName()))),
              Endpoint.get("/api/v1/spills", Void.class)
                  .access(Access.OPEN)
                  .by(_ -> {
                    throw new IllegalStateException("secret stack");
                  })),
          Site.BY_HEADER);

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void recordsBecomeJsonWithExactNumbers() {
    assertThat(get("/api/v1/cups/a%2Bb+c%20d").body())
        .isEqualTo(
            "{\"room_name\":\"a+b+c d\",\"price\":\"0.00000000000000000001\",\"beans\":9007199254740993,"
                + "\"at\":\"2026-11-20T10:00:00Z\",\"cells\":[null,1,\"2.50\"]}");
  }

  @Test
  void whoIsNotKnownHasToSignInAndWhoMayNotIsTold() {
    assertThat(site.get("/api/v1/cups/1")).matches(each -> each.statusCode() == 401);
    HttpResponse<String> refused =
        site.send("POST", "/api/v1/cups", "{}", "As", "viewer", "Content-Type", "application/json");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("the role analyst");
    assertThat(site.get("/api/v1/cups/1", "As", "viewer/wrkspc_1").statusCode()).isEqualTo(403);
  }

  @Test
  void aWrongParameterIsNamed() {
    assertProblem(get("/api/v1/cups/1?limit=11"), 400, "limit takes a whole number from 1 to 10");
    assertProblem(get("/api/v1/cups/1?limti=1"), 400, "\"nearest\":\"limit\"");
    assertProblem(get("/api/v1/cups/1?kind=blak"), 400, "\"nearest\":\"black\"");
    assertProblem(get("/api/v1/cups/1?limit=1&limit=2"), 400, "limit is given twice");
    assertProblem(get("/api/v1/cpus/1"), 404, "\"nearest\":\"/api/v1/cups/1\"");
  }

  @Test
  void aWrongBodyIsNamed() {
    assertProblem(post("{\"room\":\"a\"}"), 400, "\"nearest\":\"room_name\"");
    assertProblem(post("{}"), 400, "room_name is missing");
    assertProblem(post("{\"room_name\":{}}"), 400, "room_name is of the wrong kind");
    assertProblem(post("{"), 400, "not the JSON");
    assertProblem(post("null"), 400, "nothing was sent");
    assertProblem(post(" ".repeat(Api.LARGEST + 1)), 413, "1048576");
    assertProblem(
        site.send("POST", "/api/v1/cups", "a=b", "As", "admin", "Content-Type", "text/plain"),
        415,
        "application/json");
    assertThat(post("{\"room_name\":\"x\",\"most\":\"1.5\"}").statusCode()).isEqualTo(201);
  }

  @Test
  void anotherMethodIsToldWhichThereAre() {
    HttpResponse<String> answer = site.send("PUT", "/api/v1/cups/1", "", "As", "admin");
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
  }

  @Test
  void aMistakeOfOursShowsANumberAndNothingElse() {
    HttpResponse<String> answer = site.get("/api/v1/spills");
    assertProblem(answer, 500, "urn:outlay:mistake:");
    assertThat(answer.body()).doesNotContain("secret stack").doesNotContain("IllegalState");
  }

  @Test
  void aPageOfAnotherSiteMayNotWrite() {
    String[] json = {
      "As", "admin", "Content-Type", "application/json", "Origin", "http://evil.example"
    };
    assertProblem(site.send("POST", "/api/v1/cups", "{}", json), 403, "another site");
    json[5] = site.url().toString();
    assertThat(site.send("POST", "/api/v1/cups", "{\"room_name\":\"x\"}", json).statusCode())
        .isEqualTo(201);
  }

  private HttpResponse<String> get(String path) {
    return site.get(path, "As", "viewer");
  }

  private HttpResponse<String> post(String body) {
    return site.send(
        "POST",
        "/api/v1/cups",
        body,
        "As",
        "admin",
        "Content-Type",
        "application/json; charset=utf-8");
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String words) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains(words);
  }

  private static Cup cup(String name) {
    return new Cup(
        name,
        new BigDecimal("1E-20"),
        (1L << 53) + 1,
        Instant.parse("2026-11-20T10:00:00Z"),
        Optional.empty(),
        java.util.Arrays.asList(null, 1, new BigDecimal("2.50")));
  }
}
