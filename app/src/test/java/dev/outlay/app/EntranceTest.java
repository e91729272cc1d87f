package dev.outlay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.access.Role;
import dev.outlay.access.errand.AccountErrand;
import dev.outlay.access.errand.Outcome;
import dev.outlay.access.oidc.OidcSettings;
import dev.outlay.app.setting.WrongUse;
import dev.outlay.store.ResultSink;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntranceTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void whoeverCouldComeFromElsewhereSignsIn() {
    assertThat(asked("127.0.0.1")).isFalse();
    assertThat(asked("::1")).isFalse();
    assertThat(asked("0.0.0.0")).isTrue();
    assertThat(asked("127.0.0.1", "OUTLAY_TRUSTED_PROXIES", "10.0.0.0/8")).isTrue();
    assertThat(asked("127.0.0.1", "OUTLAY_SIGN_IN", "required")).isTrue();
    assertThat(asked("0.0.0.0", "OUTLAY_SIGN_IN", "none")).isFalse();
  }

  @Test
  void whatServesGivesTheStoreMoreMemoryUnlessSomebodySaidHowMuch() {
    assertThat(memory(app("OUTLAY_SIGN_IN", "none"))).isEqualTo("244.1 MiB");
    assertThat(memory(app("OUTLAY_MEMORY_MB", "100"))).isEqualTo("95.3 MiB");
  }

  private static String memory(App app) {
    List<String> told = new ArrayList<>();
    try (SharedStore open = app.openToServe("serve")) {
      open.answers()
          .query(
              "SELECT current_setting('memory_limit')",
              new ResultSink() {
                @Override
                public void columns(List<ResultColumn> columns) {}

                @Override
                public void row(@Nullable Object[] cells) {
                  told.add(String.valueOf(cells[0]));
                }
              });
    }
    return told.getFirst();
  }

  @Test
  void nothingIsServedToOthersWithoutSignIn() {
    App app = app("OUTLAY_SIGN_IN", "none");
    try (SharedStore open = app.openToServe("serve")) {
      assertThatThrownBy(() ->
              Serving.over(
                      app, open, app.config().binding(Optional.of("0.0.0.0"), Optional.of(0)), "t")
                  .close())
          .isInstanceOf(WrongUse.class)
          .hasMessageContaining("would not have to sign in");
    }
  }

  @Test
  void theFirstAdministratorIsMadeWithTheTokenOfTheStart() throws Exception {
    App app = app("OUTLAY_SIGN_IN", "required");
    try (SharedStore open = app.openToServe("serve");
        Serving serving = serving(app, open)) {
      assertThat(status(serving, "GET", "/api/v1/datasets", "")).isEqualTo(401);
      String token = serving.setupToken().orElseThrow();
      String body =
          "{\"token\":\"%s\",\"name\":\"boss\",\"password\":\"a long enough one\"}"
              .formatted(token);
      assertThat(status(serving, "POST", "/api/v1/setup", body)).isEqualTo(200);
      assertThat(status(serving, "POST", "/api/v1/setup", body)).isEqualTo(401);
      assertThat(serving.setupToken()).isEmpty();
    }
    try (SharedStore open = app.openToServe("serve");
        Serving serving = serving(app, open)) {
      assertThat(serving.setupToken()).isEmpty();
      String body = "{\"name\":\"boss\",\"password\":\"a long enough one\"}";
      assertThat(status(serving, "POST", "/api/v1/session", body)).isEqualTo(200);
    }
  }

  @Test
  void onThisMachineAloneNobodySignsInAndNoTokenIsShown() throws Exception {
    App app = app("OUTLAY_SIGN_IN", "auto");
    try (SharedStore open = app.openToServe("serve");
        Serving serving = serving(app, open)) {
      assertThat(serving.setupToken()).isEmpty();
      assertThat(status(serving, "GET", "/api/v1/datasets", "")).isEqualTo(200);
    }
  }

  @Test
  void whoeverChangesSomethingIsInTheLog() throws Exception {
    App app = app();
    try (SharedStore open = app.openToServe("serve");
        Serving serving = serving(app, open)) {
      String body =
          "{\"title\":\"Ours\",\"widgets\":[{\"id\":\"a\",\"kind\":\"stat\",\"title\":\"Cost\","
              + "\"ask\":{\"measures\":\"cost\",\"period\":\"7d\"}}]}";
      assertThat(status(serving, "PUT", "/api/v1/dashboards/ours", body)).isEqualTo(200);
      assertThat(status(serving, "DELETE", "/api/v1/dashboards/none", "")).isEqualTo(404);
      assertThat(answer(serving, "GET", "/api/v1/log", "").body())
          .contains("\"who\":\"local\",\"what\":\"saved the dashboard ours\"")
          .doesNotContain("removed");
    }
  }

  @Test
  void errandsOfTheCommandLineReachWhatIsServed() {
    App app = app("OUTLAY_SIGN_IN", "required");
    try (SharedStore open = app.openToServe("serve")) {
      Entrance entrance =
          Entrance.to(app, open, app.config().binding(Optional.empty(), Optional.of(0)));
      String done =
          entrance
              .before(text -> "other: " + text)
              .run(
                  AccountErrand.of(AccountErrand.Verb.ADD, "anna")
                      .standing(Role.ANALYST, Optional.empty())
                      .text());
      assertThat(Outcome.of(done).well()).isTrue();
      assertThat(entrance.door().registers().accounts().named("anna")).isPresent();
      assertThat(entrance.before(text -> "other: " + text).run("{}")).isEqualTo("other: {}");
    }
  }

  @Test
  void aServiceToSignInAtIsSetInTheFile() throws IOException {
    Files.writeString(
        folder.resolve("outlay.yml"),
        """
        oidc:
          issuer: https://login.example.com/
          client_id: outlay
          client_secret: ${CLIENT_SECRET}
          roles:
            "cn=finance,ou=groups": analyst
            everybody: viewer
          workspaces:
            everybody: [wrkspc_1, wrkspc_2]
        """);
    OidcSettings oidc = app("CLIENT_SECRET", "hidden").config().signIn().oidc().orElseThrow();
    assertThat(oidc.issuer()).isEqualTo(URI.create("https://login.example.com/"));
    assertThat(oidc.roles())
        .isEqualTo(Map.of("cn=finance,ou=groups", Role.ANALYST, "everybody", Role.VIEWER));
    assertThat(oidc.workspaces()).isEqualTo(Map.of("everybody", Set.of("wrkspc_1", "wrkspc_2")));
    assertThat(oidc.toString()).doesNotContain("hidden");
  }

  @Test
  void halfASettingIsNone() {
    assertWrong("go together", "OUTLAY_OIDC_ISSUER", "https://login.example.com");
    assertWrong(
        "nobody could come in",
        "OUTLAY_OIDC_ISSUER",
        "https://login.example.com",
        "OUTLAY_OIDC_CLIENT_ID",
        "x");
    assertWrong("https://", "OUTLAY_OIDC_ISSUER", "http://login.example.com");
    assertWrong("groups with a role", "OUTLAY_OIDC_ROLES", "finance=boss");
    assertWrong("auto, required, none", "OUTLAY_SIGN_IN", "no");
  }

  private void assertWrong(String words, String... variables) {
    assertThatThrownBy(() -> app(variables).config().signIn().oidc())
        .isInstanceOf(WrongUse.class)
        .hasMessageContaining(words);
  }

  private boolean asked(String host, String... variables) {
    Config config = app(variables).config();
    return config.signIn().asked(config.binding(Optional.of(host), Optional.of(0)));
  }

  private App app(String... variables) {
    Map<String, String> environment = new HashMap<>();
    environment.put("HOME", folder.toString());
    environment.put("OUTLAY_STORE", folder.resolve("s.duckdb").toString());
    for (int i = 0; i < variables.length; i += 2) {
      environment.put(variables[i], variables[i + 1]);
    }
    return new App(Config.read(Flags.NONE, environment, folder));
  }

  private static Serving serving(App app, SharedStore open) {
    return Serving.over(app, open, app.config().binding(Optional.empty(), Optional.of(0)), "test");
  }

  private static int status(Serving serving, String method, String path, String body)
      throws IOException, InterruptedException {
    return answer(serving, method, path, body).statusCode();
  }

  private static HttpResponse<String> answer(
      Serving serving, String method, String path, String body)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(serving.url() + path))
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.ofString());
    }
  }
}
