package dev.outlay.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.access.Role;
import dev.outlay.app.setting.WrongUse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WallsTest {
  record Seen(String remote, boolean secure, String host) {}

  private static final List<Endpoint> ROUTES =
      List.of(
          Endpoint.get("/api/v1/seen", Seen.class)
              .access(Access.of(Role.VIEWER))
              .by(call -> {
                Incoming in = call.request();
                return Reply.of(new Seen(in.remote(), in.secure(), in.host()));
              }));

  @Test
  void aStrangeNameOfThisMachineIsRefused() {
    try (Site site = new Site(ROUTES, Identify.LOCAL)) {
      assertThat(site.raw("GET /api/v1/seen HTTP/1.1\nHost: evil.example\n\n")).contains(" 403 ");
      assertThat(site.raw("GET / HTTP/1.1\nHost: evil.example:80\n\n")).contains(" 403 ");
      assertThat(site.raw("GET /api/v1/seen HTTP/1.1\nHost: localhost:1\n\n")).contains(" 200 ");
    }
  }

  @Test
  void whoComesThroughAProxyDoesNotSitHere() {
    try (Site site = new Site(ROUTES, Identify.LOCAL)) {
      assertThat(site.get("/api/v1/seen", "X-Forwarded-For", "192.0.2.1").statusCode())
          .isEqualTo(403);
    }
  }

  @Test
  void onlyTrustedProxiesAreBelieved() {
    String[] said = {"As", "viewer", "Forwarded", "for=192.0.2.1;proto=https;host=outlay.example"};
    try (Site site = site(Networks.NONE)) {
      assertThat(site.get("/api/v1/seen", said).body()).contains("127.0.0.1");
    }
    try (Site site = site(Networks.of(Set.of("127.0.0.0/8")))) {
      assertThat(site.get("/api/v1/seen", said).body())
          .isEqualTo("{\"remote\":\"192.0.2.1\",\"secure\":true,\"host\":\"outlay.example\"}");
      assertThat(site.get("/api/v1/seen", said).headers().map())
          .containsKey("strict-transport-security");
    }
  }

  @Test
  void whatAVisitorSaysOfItselfIsNotBelieved() {
    try (Site site = site(Networks.of(Set.of("127.0.0.1", "10.0.0.0/8")))) {
      assertThat(
              site.get(
                      "/api/v1/seen",
                      "As",
                      "viewer",
                      "X-Forwarded-For",
                      "127.0.0.1, 198.51.100.7, 10.1.2.3")
                  .body())
          .contains("198.51.100.7");
      assertThat(
              site.get(
                      "/api/v1/seen",
                      "As",
                      "viewer",
                      "Forwarded",
                      "for=1.2.3.4, for=\"[2001:db8::1]:80\";proto=https, for=10.0.0.9")
                  .body())
          .contains("2001:db8::1");
    }
  }

  @Test
  void strangersAreNotLetInWhereNobodySignsIn() {
    Binding everywhere = new Binding(new Address("0.0.0.0", 0), Optional.empty(), Networks.NONE);
    assertThatThrownBy(() -> everywhere.safeWith(Identify.LOCAL))
        .isInstanceOf(WrongUse.class)
        .hasMessageContaining("host: 0.0.0.0");
    assertThat(everywhere.safeWith(Site.BY_HEADER)).isEqualTo(everywhere);
  }

  @Test
  void everyAnswerTellsBrowsersToBeCareful() {
    try (Site site = site(Networks.NONE)) {
      for (String path : List.of("/", "/api/v1/seen", "/nothing.txt", "/api/v1/none")) {
        assertThat(site.get(path).headers().map())
            .containsKeys("content-security-policy", "x-content-type-options", "referrer-policy")
            .doesNotContainKey("server");
      }
      assertThat(site.raw("GARBAGE\n\n")).contains(" 400 ").contains("problem+json");
    }
  }

  private static Site site(Networks proxies) {
    return new Site(ROUTES, Site.BY_HEADER, proxies, _ -> Optional.empty());
  }
}
