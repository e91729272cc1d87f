package dev.outlay.monitoring;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.testkit.server.Program;
import dev.outlay.testkit.server.Started;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Where people have to sign in, Prometheus has a token. */
class SignedInTest {
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void aTokenOfAViewerIsEnoughAndOneOfSomeWorkspacesIsNot(@TempDir Path folder) {
    try (Organisation organisation = new Organisation(folder, "OUTLAY_SIGN_IN", "required")) {
      String session = administrator(organisation);
      String viewer = token(organisation, session, "");
      String limited = token(organisation, session, ",\"workspaces\":[\"wrkspc_1\"]");
      assertThat(scrape(organisation, "").statusCode()).isEqualTo(401);
      assertThat(scrape(organisation, limited).statusCode()).isEqualTo(403);
      assertThat(scrape(organisation, viewer).statusCode()).isEqualTo(200);
      keepsItsCounters(organisation, viewer);
      isScraped(folder, organisation, viewer);
    }
  }

  private static void isScraped(Path folder, Organisation organisation, String viewer) {
    Program.needed("prometheus");
    String authorization = "    authorization: { credentials: '" + viewer + "' }\n";
    try (Prometheus prometheus = Prometheus.scraping(folder, authorization, organisation.url())) {
      assertThat(prometheus.data("up == 1")).hasSize(1);
      assertThat(prometheus.data("claude_cost_usd_total")).isNotEmpty();
    }
  }

  /** What was told before a restart is not undercut after it. */
  private void keepsItsCounters(Organisation organisation, String viewer) {
    String before = counters(organisation, viewer);
    organisation.again();
    assertThat(counters(organisation, viewer)).isEqualTo(before).isNotEmpty();
  }

  private String counters(Organisation organisation, String token) {
    return scrape(organisation, token)
        .body()
        .lines()
        .filter(line -> line.startsWith("claude_") && line.contains("_total{"))
        .collect(joining("\n"));
  }

  private String administrator(Organisation organisation) {
    String token = organisation.serving().setupToken().orElseThrow();
    HttpResponse<String> made =
        post(
            organisation,
            "/api/v1/setup",
            "{\"token\":\"%s\",\"name\":\"boss\",\"password\":\"a long enough one\"}"
                .formatted(token));
    return made.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
  }

  private String token(Organisation organisation, String session, String more) {
    HttpResponse<String> made =
        post(
            organisation,
            "/api/v1/tokens",
            "{\"label\":\"prometheus\",\"role\":\"viewer\"" + more + "}",
            "Cookie",
            session);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return JsonMapper.shared().readTree(made.body()).get("secret").asString();
  }

  private HttpResponse<String> scrape(Organisation organisation, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(organisation.url() + "/metrics"));
    return send(
        (token.isEmpty() ? request : request.header("Authorization", "Bearer " + token)).build());
  }

  private HttpResponse<String> post(
      Organisation organisation, String path, String body, String... headers) {
    List<String> all =
        new ArrayList<>(
            List.of("Content-Type", "application/json", "Origin", organisation.url().toString()));
    all.addAll(Arrays.asList(headers));
    return send(
        HttpRequest.newBuilder(URI.create(organisation.url() + path))
            .headers(all.toArray(String[]::new))
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    return Started.until(() -> {
      try {
        return client.send(request, BodyHandlers.ofString());
      } catch (IOException | InterruptedException e) {
        throw new AssertionError(e);
      }
    });
  }
}
