package dev.outlay.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.server.Address;
import dev.outlay.server.Api;
import dev.outlay.server.Binding;
import dev.outlay.server.Identify;
import dev.outlay.server.Listening;
import dev.outlay.server.Networks;
import dev.outlay.server.Pages;
import dev.outlay.server.api.ConnectionsApi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConnectionsApiTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;
  private Office office;
  private Listening listening;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void open() {
    office = new Office(folder, List.of());
    listening =
        Listening.to(
            new Binding(new Address("127.0.0.1", 0), Optional.empty(), Networks.NONE),
            new Api(
                new ConnectionsApi(office.connections, office.schedule).endpoints(),
                Identify.LOCAL,
                List.of(ConnectionsApi::words),
                office.store::version),
            new Pages(_ -> Optional.empty()),
            office.clock);
  }

  @AfterEach
  void close() {
    listening.close();
    office.close();
    client.close();
  }

  @Test
  void aConnectionIsTestedAddedFollowedAndRemoved() {
    String url = office.simulator.url().toString();
    JsonNode tested = body("POST", "/test", json("api_key", Office.KEY, "base_url", url), 200);
    String name = tested.at("/organization/name").asString();
    assertThat(tested.at("/datasets").size()).isEqualTo(15);
    JsonNode card = body("POST", "", added(url), 201);
    assertThat(card.get("label").asString()).isEqualTo(name);
    assertThat(card.get("key").asString()).endsWith("ator").doesNotContain("simul");
    assertThat(card.get("state").asString()).isEqualTo("new");
    office.run();
    JsonNode all = body("GET", "", "", 200);
    assertThat(all.at("/connections/0/state").asString()).isEqualTo("healthy");
    assertThat(all.at("/connections/0/managed_in").asString()).isEqualTo("store");
    String one = "/" + card.get("id").asString();
    assertThat(body("PATCH", one, json("label", "Ours"), 200).get("label").asString())
        .isEqualTo("Ours");
    assertThat(body("POST", one + "/pause", "", 200).get("state").asString()).isEqualTo("paused");
    body("POST", one + "/sync", "", 422);
    body("POST", one + "/resume", "", 200);
    body("POST", one + "/sync", "", 202);
    body("POST", one + "/rotate", json("api_key", Office.KEY), 200);
    body("DELETE", one + "?data=remove", "", 204);
    body("GET", one, "", 404);
  }

  @Test
  void whatCannotBeDoneIsSaidWithoutTheKey() {
    assertThat(problem("POST", "", json("api_key", "sk-ant-api03-secret-secret"), 422))
        .contains("sk-ant-api")
        .doesNotContain("secret-secret");
    assertThat(problem("POST", "", json("api_key", "sk-ant-admin01-nobody-knows"), 422))
        .contains("401")
        .doesNotContain("nobody-knows");
    assertThat(
            problem(
                "POST",
                "/test",
                json("api_key", Office.KEY, "base_url", "http://evil.example"),
                422))
        .contains("base URL");
    body("POST", "", json("api_key", Office.KEY), 201);
    assertThat(problem("POST", "", json("api_key", Office.KEY), 409)).contains("count twice");
    assertThat(problem("DELETE", "/nothing", "", 404)).contains("no connection nothing");
  }

  @Test
  void anEstimateNeedsNoConnection() {
    JsonNode estimate = body("GET", "/estimate?lookback_days=30", "", 200);
    assertThat(estimate.get("requests").asInt()).isPositive();
    assertThat(estimate.get("seconds").asInt()).isPositive();
    body("GET", "/estimate?lookback_days=0", "", 400);
  }

  private String problem(String method, String path, String content, int status) {
    return body(method, path, content, status).toString();
  }

  private JsonNode body(String method, String path, String content, int status) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(listening.url() + "/api/v1/connections" + path))
            .method(method, BodyPublishers.ofString(content))
            .header("content-type", "application/json")
            .build();
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
      return response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String added(String url) {
    return json("api_key", Office.KEY, "base_url", url).replace("}", ",\"lookback_days\":5}");
  }

  private static String json(String... pairs) {
    var node = JSON.createObjectNode();
    for (int i = 0; i < pairs.length; i += 2) {
      node.put(pairs[i], pairs[i + 1]);
    }
    return node.toString();
  }
}
