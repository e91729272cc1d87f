package dev.outlay.simulator;

import dev.outlay.simulator.fault.Tree;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A plain client: asks, and reads answers as trees. */
final class Probe {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;

  Probe(Simulator simulator) {
    this.base = simulator.url();
  }

  /** A status, headers and text. */
  record Answer(int status, java.net.http.HttpHeaders headers, String text) {

    Map<?, ?> json() {
      return (Map<?, ?>) Objects.requireNonNull(Tree.parse(text));
    }

    List<?> data() {
      return list(json(), "data");
    }

    String header(String name) {
      return headers.firstValue(name).orElse("");
    }

    String message() {
      return String.valueOf(at(at(json(), "error"), "message"));
    }
  }

  static @Nullable Object at(@Nullable Object map, String name) {
    return ((Map<?, ?>) Objects.requireNonNull(map)).get(name);
  }

  static List<?> list(@Nullable Object map, String name) {
    return (List<?>) Objects.requireNonNull(at(map, name));
  }

  /** With key, version and both beta headers. */
  Answer get(String pathAndQuery) {
    return ask(
        pathAndQuery,
        "x-api-key",
        Settings.KEY,
        "anthropic-version",
        "2026-10-21",
        "anthropic-beta",
        "fast-mode-2026-02-01,analytics-usage-cost-2026-08-24,spend-limit-reads-2026-09-26");
  }

  Answer ask(String pathAndQuery, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(pathAndQuery));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  Answer send(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  URI uri(String pathAndQuery) {
    String escaped = pathAndQuery.replace("[]", "%5B%5D").replace("==", "%3D%3D");
    return base.resolve("/v1/organizations/" + escaped);
  }

  /** All rows or items of all pages, following whichever cursor there is. */
  List<?> everything(String pathAndQuery) {
    List<Object> all = new ArrayList<>();
    String next = pathAndQuery;
    while (!next.isEmpty()) {
      Answer answer = get(next);
      if (answer.status() != 200) {
        throw new IllegalStateException(answer.text());
      }
      all.addAll(answer.data());
      next = next(pathAndQuery, answer.json());
    }
    return all;
  }

  private static String next(String first, Map<?, ?> body) {
    String glue = first.contains("?") ? "&" : "?";
    if (body.get("next_page") instanceof String cursor) {
      return first + glue + "page=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    }
    boolean more = Boolean.TRUE.equals(body.get("has_more"));
    return more ? first + glue + "after_id=" + body.get("last_id") : "";
  }
}
