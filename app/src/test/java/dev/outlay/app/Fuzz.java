package dev.outlay.app;

import dev.outlay.server.Endpoint;
import dev.outlay.server.Parameter;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Requests that nearly make sense. */
record Fuzz(Random random, List<Endpoint> routes) {
  private static final List<String> METHODS =
      List.of("GET", "GET", "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "BREW");
  private static final List<String> VALUES =
      List.of(
          "",
          "0",
          "-1",
          "cost",
          "cost,tokens",
          "model",
          "30d",
          "9999999999d",
          "%00",
          "%zz",
          "%F0%9F%92%B0",
          "'",
          "\"",
          "..",
          "2026-11-01..2026-10-01",
          "2026-11-01",
          "model%20%3D",
          "model+%3D+%22",
          "a%26b%3Dc",
          "999999999999999999999",
          "null",
          "%7B%7D",
          "cost_report",
          "Europe%2FBerlin",
          "-cost",
          "1e400",
          "2026-02-30T25:00:00Z",
          "(((((",
          "%25",
          "day",
          "as",
          "x".repeat(3000));
  private static final List<String> BODIES =
      List.of(
          "",
          "{}",
          "[]",
          "null",
          "{\"sql\":\"SELECT 1\"}",
          "{\"sql\":\"SELECT * FROM read_csv('/etc/passwd')\"}",
          "{\"sql\":1}",
          "{\"sql\":null}",
          "{\"a\":{\"a\":{\"a\":1}}}",
          "\u0000\u0001",
          "{\"label\":\"\\ud800\"}",
          "[".repeat(5000),
          "{\"name\":\"x\",\"name\":\"y\"}",
          "\"" + "y".repeat(9000) + "\"",
          "1e999999999");
  private static final List<String> HEADERS =
      List.of(
          "If-None-Match: *",
          "If-None-Match: \"",
          "Accept-Encoding: gzip;q=x, br",
          "Range: bytes=0-1",
          "Forwarded: for=;;=",
          "X-Forwarded-For: ,,",
          "Cookie: a; =b; outlay_session",
          "Authorization: Bearer",
          "Origin: null",
          "Origin: ::",
          "Sec-Fetch-Site: x",
          "Expect: 100-continue",
          "Transfer-Encoding: chunked",
          "Content-Type: application/json; charset=nonsense",
          "Content-Type: ;",
          "Host: localhost",
          "Accept: text/html");

  String request() {
    String body = one(BODIES);
    return one(METHODS)
        + " "
        + path()
        + query()
        + " HTTP/1.1\nHost: localhost\nConnection: close\nAs: "
        + one(List.of("admin", "admin", "viewer", "viewer/w1"))
        + "\nContent-Type: application/json\nContent-Length: "
        + body.length()
        + "\n"
        + (random.nextInt(3) == 0 ? one(HEADERS) + "\n" : "")
        + "\n"
        + body;
  }

  private String path() {
    String path =
        route().path().replaceAll("\\{[^}]*}", one(VALUES).replace("\\", "").replace("\"", ""));
    return switch (random.nextInt(8)) {
      case 0 -> path + "/" + one(VALUES).replace("\"", "");
      case 1 -> path.substring(0, 1 + random.nextInt(path.length()));
      case 2 -> "/" + path;
      default -> path;
    };
  }

  private String query() {
    List<String> names = route().parameters().stream().map(Parameter::name).toList();
    return IntStream.range(0, random.nextInt(5))
        .mapToObj(_ ->
            (names.isEmpty() || random.nextInt(6) == 0 ? one(VALUES) : one(names)).replace("\"", "")
                + "="
                + one(VALUES).replace("\"", ""))
        .collect(Collectors.joining("&", "?", ""));
  }

  private Endpoint route() {
    return routes.get(random.nextInt(routes.size()));
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
