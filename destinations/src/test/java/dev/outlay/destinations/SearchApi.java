package dev.outlay.destinations;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The cluster as anybody else speaks to it. */
record SearchApi(String host) {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  static final JsonMapper JSON = JsonMapper.builder().build();

  /** The answer, whatever it says; fails where that is not what was expected. */
  JsonNode ask(String method, String path, String body) throws IOException {
    HttpResponse<String> response = send(method, path, body);
    if (response.statusCode() >= 300) {
      throw new IOException(method + " " + path + ": " + response.body());
    }
    return JSON.readTree(response.body());
  }

  JsonNode get(String path) throws IOException {
    return ask("GET", path, "");
  }

  HttpResponse<String> send(String method, String path, String body) throws IOException {
    try {
      return CLIENT.send(
          HttpRequest.newBuilder(URI.create("http://" + host + "/" + path))
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
