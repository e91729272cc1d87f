package dev.outlay.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PagesTest {
  private final Map<String, String> files =
      Map.of(
          "index.html", "<html>start</html>",
          "assets/start-1a2b.js", "plain",
          "assets/start-1a2b.js.br", "as brotli",
          "favicon.svg", "<svg/>");
  private final Site site =
      new Site(
          List.of(),
          Identify.LOCAL,
          Networks.NONE,
          name ->
              Optional.ofNullable(files.get(name))
                  .map(text -> text.getBytes(StandardCharsets.UTF_8)));

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void everyAddressOfAPageGivesTheStart() {
    for (String path : List.of("/", "/explorer", "/limits/opus?period=7d", "/api-keys")) {
      assertThat(site.get(path).body()).isEqualTo("<html>start</html>");
    }
    assertThat(site.get("/explorer").headers().firstValue("Cache-Control")).contains("no-cache");
  }

  @Test
  void noFileAndNoRouteIsNoPage() {
    assertThat(site.get("/assets/other.js").statusCode()).isEqualTo(404);
    assertThat(site.get("/api/explorer").statusCode()).isEqualTo(404);
    assertThat(site.get("/api").statusCode()).isEqualTo(404);
    assertThat(site.send("POST", "/explorer", "").statusCode()).isEqualTo(405);
  }

  @Test
  void whatHasAHashInItsNameIsKeptForeverAndComesPacked() {
    HttpResponse<String> packed = site.get("/assets/start-1a2b.js", "Accept-Encoding", "gzip, br");
    assertThat(packed.body()).isEqualTo("as brotli");
    assertThat(packed.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
    assertThat(packed.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/javascript");
    assertThat(site.get("/assets/start-1a2b.js").body()).isEqualTo("plain");
  }

  @Test
  void aFileIsNotSentAgain() {
    String tag = site.get("/favicon.svg").headers().firstValue("ETag").orElseThrow();
    assertThat(site.get("/favicon.svg", "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  @Test
  void nothingOutsideIsRead() {
    for (String path : List.of("/../x", "/assets/../../x", "/%2e%2e/x", "/a//b", "/assets%2Fx")) {
      assertThat(site.raw("GET " + path + " HTTP/1.1\nHost: localhost\n\n"))
          .doesNotContain(" 500 ")
          .doesNotContain("plain");
    }
  }

  @Test
  void withoutPagesItSaysSo() {
    try (Site bare = new Site(List.of(), Identify.LOCAL)) {
      assertThat(bare.get("/").body()).contains("not built").contains("/api/v1/openapi.json");
    }
  }
}
