package dev.outlay.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.access.Place;
import dev.outlay.access.Role;
import dev.outlay.access.Standing;
import dev.outlay.access.account.Account;
import dev.outlay.access.oidc.OidcSettings;
import dev.outlay.access.oidc.SingleSignOn;
import dev.outlay.server.Access;
import dev.outlay.server.Endpoint;
import dev.outlay.server.Reply;
import dev.outlay.server.Site;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class SingleSignOnTest {
  private static final long HOUR = 3600;
  private static final String SECRET = "very-secret-client-secret";
  @TempDir private Path folder;
  private Place place;
  private Provider provider;
  private Site site;

  @BeforeEach
  void open() {
    place = new Place(folder);
    provider = new Provider(place.clock);
    site = site(Optional.of(Role.VIEWER), Map.of(), Map.of(), Set.of());
  }

  @AfterEach
  void close() {
    site.close();
    provider.close();
    place.close();
  }

  private Site site(
      Optional<Role> otherwise,
      Map<String, Role> roles,
      Map<String, Set<String>> workspaces,
      Set<String> domains) {
    OidcSettings settings =
        new OidcSettings(
            provider.issuer(),
            new OidcSettings.Client(Provider.CLIENT, Optional.of(SECRET)),
            Set.of("openid", "email"),
            "realm_access.roles",
            roles,
            workspaces,
            otherwise,
            domains);
    Endpoint own =
        Endpoint.get("/api/v1/own", Void.class)
            .access(Access.of(Role.VIEWER).alsoLimited())
            .by(_ -> Reply.nothing());
    List<Endpoint> all = new ArrayList<>(List.of(own));
    all.addAll(new SessionApi(place.door, true, true).endpoints());
    all.addAll(
        new SingleSignOnApi(place.door, new SingleSignOn(settings, place.clock, new SecureRandom()))
            .endpoints());
    return new Site(all, new Visitors(place.door), List.of(new AccessWords()));
  }

  private void instead(Site other) {
    site.close();
    site = other;
  }

  @Test
  void whoeverTheServiceVouchesForComesInAndLandsWhereTheyWanted() {
    provider.vouch("1", HOUR, Map.of("preferred_username", "anna"));
    HttpResponse<String> landed = landed(begun("/explorer?by=model"));
    assertThat(location(landed)).isEqualTo("/explorer?by=model");
    String session = cookies(landed).getFirst();
    assertThat(session).contains("HttpOnly", "SameSite=Strict");
    assertThat(site.get("/api/v1/own", "Cookie", session.split(";")[0]).statusCode())
        .isEqualTo(204);
    assertThat(place.log())
        .contains("SIGN_IN anna: signed in at " + provider.issuer() + " from 127.0.0.1");
    provider.vouch("1", HOUR, Map.of("preferred_username", "anna2"));
    landed(begun("/"));
    assertThat(place.registers.accounts().all()).extracting(Account::name).containsExactly("anna");
  }

  @Test
  void nobodyIsSentToAnotherSite() {
    for (String to : List.of("https://evil.example", "//evil.example", "/\\evil.example", "x")) {
      provider.vouch("1", HOUR, Map.of());
      assertThat(location(landed(begun(to)))).as(to).isEqualTo("/");
    }
  }

  @Test
  void whatIsForOthersOrForAnotherAttemptIsRefused() {
    provider.vouch("1", HOUR, Map.of("aud", "another-client"));
    assertProblem(landed(begun("/")), "not_for_us");
    provider.vouch("1", HOUR, Map.of());
    Begun begun = begun("/");
    URI forged = URI.create(begun.there().toString().replaceAll("nonce=[^&]*", "nonce=another"));
    assertProblem(landed(new Begun(forged, begun.cookie())), "not_for_us");
    assertThat(place.log().getFirst()).contains("FAILED somebody unknown", "nonce");
  }

  @Test
  void whatIsTooOldIsRefusedButClocksMayDiffer() {
    provider.vouch("1", -30, Map.of());
    assertThat(location(landed(begun("/")))).isEqualTo("/");
    provider.vouch("1", -90, Map.of());
    assertProblem(landed(begun("/")), "not_for_us");
  }

  @Test
  void theBrowserThatComesBackIsTheOneThatWent() {
    Begun begun = begun("/");
    URI back = visited(begun.there());
    assertProblem(called(back, ""), "stale");
    assertProblem(called(back, begun("/").cookie()), "stale");
    provider.vouch("1", HOUR, Map.of());
    assertThat(location(called(back, begun.cookie()))).isEqualTo("/");
  }

  @Test
  void aServiceThatIsDownIsSaidToBeAndHeals() {
    provider.stop();
    assertProblem(site.get("/auth/oidc/start"), "provider_down");
    String said = site.get("/api/v1/session?problem=provider_down").body();
    assertThat(said).contains("the sign-in service does not answer");
    provider.start();
    place.clock.pass(Duration.ofSeconds(5));
    provider.vouch("1", HOUR, Map.of());
    assertThat(location(landed(begun("/")))).isEqualTo("/");
    Begun under = begun("/");
    URI back = visited(under.there());
    provider.stop();
    assertProblem(called(back, under.cookie()), "provider_down");
    provider.start();
  }

  @Test
  void newKeysOfTheServiceAreFetched() {
    provider.vouch("1", HOUR, Map.of());
    assertThat(location(landed(begun("/")))).isEqualTo("/");
    provider.changeKeys();
    provider.vouch("1", HOUR, Map.of());
    assertThat(location(landed(begun("/")))).isEqualTo("/");
  }

  @Test
  void groupsGiveTheHighestRoleAndWorkspaces() {
    instead(
        site(
            Optional.empty(),
            Map.of("readers", Role.VIEWER, "analysts", Role.ANALYST),
            Map.of("readers", Set.of("wrkspc_1")),
            Set.of()));
    vouch("1", "anna", List.of("readers", "analysts", "others"));
    landed(begun("/"));
    assertThat(standing("anna")).isEqualTo(Standing.of(Role.ANALYST));
    vouch("1", "anna", List.of("readers"));
    landed(begun("/"));
    assertThat(standing("anna")).isEqualTo(Place.limitedTo("wrkspc_1"));
    vouch("1", "anna", List.of("others"));
    assertProblem(landed(begun("/")), "no_role");
  }

  @Test
  void addressesOfOtherDomainsAndDisabledAccountsStayOut() {
    instead(site(Optional.of(Role.VIEWER), Map.of(), Map.of(), Set.of("example.com")));
    provider.vouch("1", HOUR, Map.of("email", "a@evil.example"));
    assertProblem(landed(begun("/")), "email_domain");
    Map<String, Object> unverified = Map.of("email", "a@example.com", "email_verified", false);
    provider.vouch("1", HOUR, unverified);
    assertProblem(landed(begun("/")), "email_domain");
    provider.vouch("1", HOUR, Map.of("email", "a@Example.com"));
    assertThat(location(landed(begun("/")))).isEqualTo("/");
    Account made = place.registers.accounts().named("a@example.com").orElseThrow();
    place.registers.accounts().standing(made.id(), made.standing(), true);
    provider.vouch("1", HOUR, Map.of("email", "a@example.com"));
    assertProblem(landed(begun("/")), "disabled");
  }

  @Test
  void aNameThatIsTakenBelongsToWhoeverHasIt() {
    place.person("anna", Standing.of(Role.ADMIN));
    provider.vouch("1", HOUR, Map.of("preferred_username", "Anna", "email", "a@b.example"));
    landed(begun("/"));
    assertThat(standing("anna")).isEqualTo(Standing.of(Role.ADMIN));
    assertThat(standing("a@b.example")).isEqualTo(Standing.of(Role.VIEWER));
  }

  @Test
  void otherAnswersOfTheServiceAreSaidInWords() {
    String state = begun("/").cookie().replaceAll("outlay_oidc=([0-9a-f]{64}).*", "$1");
    for (Map.Entry<String, String> each :
        Map.of("access_denied", "cancelled", "server_error", "provider_refused").entrySet()) {
      Begun begun = begun("/");
      state = begun.cookie().replaceAll("outlay_oidc=([0-9a-f]{64}).*", "$1");
      String path = "/auth/oidc/callback?error=" + each.getKey() + "&hint=x&state=" + state;
      assertProblem(site.get(path, "Cookie", begun.cookie()), each.getValue());
    }
    assertThat(place.log().toString() + place.kept()).doesNotContain(state, SECRET);
  }

  private void vouch(String subject, String name, List<String> groups) {
    Map<String, Object> claims =
        Map.of("preferred_username", name, "realm_access", Map.of("roles", groups));
    provider.vouch(subject, HOUR, claims);
  }

  private record Begun(URI there, String cookie) {}

  private Begun begun(String to) {
    HttpResponse<String> answer =
        site.get(
            "/auth/oidc/start?to="
                + java.net.URLEncoder.encode(to, java.nio.charset.StandardCharsets.UTF_8));
    String cookie = cookies(answer).getFirst();
    assertThat(cookie).contains("HttpOnly", "SameSite=Lax");
    assertThat(location(answer)).contains("code_challenge_method=S256").doesNotContain(SECRET);
    return new Begun(URI.create(location(answer)), cookie.split(";")[0]);
  }

  private HttpResponse<String> landed(Begun begun) {
    return called(visited(begun.there()), begun.cookie());
  }

  private URI visited(URI there) {
    try {
      return provider.visited(there);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> called(URI back, String cookie) {
    return site.get(back.getRawPath() + "?" + back.getRawQuery(), "Cookie", cookie);
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElse("");
  }

  private static List<String> cookies(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie");
  }

  private void assertProblem(HttpResponse<String> answer, String word) {
    assertThat(location(answer)).isEqualTo("/sign-in?problem=" + word);
    HttpResponse<String> said = site.get("/api/v1/session?problem=" + word);
    assertThat(JsonMapper.shared().readTree(said.body()).at("/problem/text").asString())
        .isNotEmpty();
  }

  private Standing standing(String name) {
    return place.registers.accounts().named(name).orElseThrow().standing();
  }
}
