package dev.outlay.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.admin.AdminApi;
import dev.outlay.admin.AdminSettings;
import dev.outlay.admin.ApiKey;
import dev.outlay.admin.Organization;
import dev.outlay.failure.Failure;
import dev.outlay.source.Selection;
import dev.outlay.testkit.ScriptedApi.Reply;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhoAmITest {
  private static final String ME = "{\"id\":\"o-1\",\"name\":\"Acme\",\"type\":\"organization\"}";
  private final ScriptedApi server = ScriptedApi.start(_ -> Reply.json(ME));

  @AfterEach
  void stop() {
    server.close();
  }

  private Organization ask(String key) {
    AdminSettings settings =
        AdminSettings.of("production", ApiKey.of("production", key)).at(server.url());
    ManualClock clock = ManualClock.at("2026-11-20T11:59:00Z");
    try (AdminApi api =
        new AdminApi(settings, Selection.everything(Map.of()), clock, new ManualTicker())) {
      return api.whoAmI();
    }
  }

  @Test
  void saysWhoseKeyItIsAndHowFarTheServersClockIsAhead() {
    assertThat(ask("sk-ant-admin01-a-key-to-ask-with"))
        .isEqualTo(new Organization("o-1", "Acme", Duration.ofMinutes(1)));
  }

  @Test
  void anAdminKeyTravelsAsAKeyAndAnOAuthTokenAsABearer() {
    ask("sk-ant-admin01-a-key-to-ask-with");
    ask("sk-ant-oat01-a-token-to-ask-with");
    assertThat(server.requests())
        .extracting(request -> request.headers().get("x-api-key"))
        .containsExactly("sk-ant-admin01-a-key-to-ask-with", null);
    ask("sk-ant-oat01-a-token-to-ask-with");
    assertThat(server.requests())
        .extracting(request -> request.headers().get("authorization"))
        .containsExactly("Bearer sk-ant-oat01-a-token-to-ask-with");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 402, 403, 404, 407, 410, 413, 418, 429, 500, 504, 529, 302})
  void whateverComesInsteadIsOneOfTheFailures(int status) {
    server.script(_ -> Reply.status(status, "{}"));
    assertThatThrownBy(() -> ask("sk-ant-admin01-a-key-to-ask-with"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("production")
        .hasMessageNotContaining("a-key-to-ask");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"id\":\"\"}", "{\"id\":5}", "[]", "<html>", "{\"id\":"})
  void anAnswerWithoutAnIdIsUnreadable(String body) {
    server.script(_ -> Reply.json(body));
    assertThatThrownBy(() -> ask("sk-ant-admin01-a-key-to-ask-with"))
        .isInstanceOf(Failure.Unreadable.class);
  }

  @Test
  void aPauseOfThousandsOfYearsEndsTheRequestAndNothingElse() {
    server.script(
        _ -> Reply.status(429, "{}").with("retry-after", "Fri, 31 Dec 9999 23:59:59 GMT"));
    assertThatThrownBy(() -> ask("sk-ant-admin01-a-key-to-ask-with"))
        .isInstanceOf(Failure.Retry.class)
        .hasMessageContaining("too many requests");
  }
}
