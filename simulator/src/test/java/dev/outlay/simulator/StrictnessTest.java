package dev.outlay.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictnessTest {
  private static final String USAGE = "usage_report/messages?starting_at=2026-11-10T00:00:00Z";
  private static final String VERSION = "anthropic-version";

  private final Simulator simulator = Simulator.start(Bench.settings());
  private final Probe probe = new Probe(simulator);

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void aSixthGroupByIsRefused() {
    Probe.Answer answer =
        probe.get(
            USAGE
                + "&group_by[]=model&group_by[]=workspace_id&group_by[]=api_key_id&group_by[]=service_tier"
                + "&group_by[]=context_window&group_by[]=inference_geo");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text())
        .isEqualTo(
            "{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"Cannot specify more than 5 group_by[] dimensions.\"}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "usage_report/messages",
        USAGE + "&group_by=model",
        USAGE + "&group_by[]=colour",
        USAGE + "&limit=32",
        USAGE + "&limit=0",
        USAGE + "&limit=169&bucket_width=1h",
        USAGE + "&limit=1441&bucket_width=1m",
        USAGE + "&bucket_width=1w",
        USAGE + "&context_windows[]=0-200k&context_window[]=huge",
        USAGE + "&ending_at=2026-11-10T00:00:00Z",
        USAGE + "&models=claude-opus-5",
        "usage_report/messages?starting_at=yesterday",
        "usage_report/claude_code?starting_at=2026-11-10T00:00:00Z",
        "usage_report/claude_code",
        "cost_report?starting_at=2026-11-20T00:00:00Z",
        "cost_report?starting_at=2026-11-10T00:00:00Z&bucket_width=1h",
        "cost_report?starting_at=2026-11-10T00:00:00Z&group_by[]=model",
        "analytics/usage?starting_at=2025-12-31T00:00:00Z",
        "analytics/usage?starting_at=2026-09-01T00:00:00Z&ending_at=2026-11-01T00:00:00Z",
        "analytics/usage?starting_at=2026-11-01T00:00:00Z&group_by[]=cost_type",
        "analytics/cost?starting_at=2026-11-01T00:00:00Z&order_by=requests",
        "users?limit=1001",
        "users?roles[]=emperor",
        "users?after_id=user_nobody",
        "api_keys?status=lost",
        "rate_limits?group_type=nothing"
      })
  void aBadParameterIsRefused(String request) {
    Probe.Answer answer = probe.get(request);
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.text())
        .contains("invalid_request_error")
        .contains(answer.header("request-id"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "users/user_no",
        "api_keys/no",
        "workspaces/no",
        "workspaces/no/members",
        "nothing",
        "rate_limits?model=gpt"
      })
  void anUnknownIdIsNotFound(String request) {
    assertThat(probe.get(request).status()).isEqualTo(404);
  }

  @Test
  void unknownParametersAreLetThrough() {
    assertThat(probe.get("me?beta=true").status()).isEqualTo(200);
    assertThat(probe.get(USAGE + "&beta=true&colour=red").status()).isEqualTo(200);
  }

  @Test
  void speedNeedsItsBetaHeader() {
    String[] bare = {"x-api-key", Settings.KEY, VERSION, "2026-10-21"};
    assertThat(probe.ask(USAGE + "&group_by[]=speed", bare).status()).isEqualTo(400);
    assertThat(probe.ask(USAGE + "&speeds[]=fast", bare).status()).isEqualTo(400);
    assertThat(probe.get(USAGE + "&group_by[]=speed").status()).isEqualTo(200);
  }

  @Test
  void hiddenBetasAreNotThereWithoutTheirHeader() {
    String[] bare = {"x-api-key", Settings.KEY, VERSION, "2026-10-21"};
    assertThat(probe.ask("analytics/usage?starting_at=2026-11-01T00:00:00Z", bare).status())
        .isEqualTo(404);
    assertThat(probe.ask("spend_limits", bare).status()).isEqualTo(404);
  }

  @Test
  void whatIsNotEntitledIsRefused() {
    try (Simulator poor =
        Simulator.start(Bench.settings().withAnalytics(false).withSpendLimits(false))) {
      assertThat(new Probe(poor).get("analytics/cost?starting_at=2026-11-01T00:00:00Z").status())
          .isEqualTo(404);
      assertThat(new Probe(poor).get("spend_limits").status()).isEqualTo(403);
    }
  }

  @Test
  void serviceAccountsWantAnOauthToken() {
    assertThat(probe.get("service_accounts").status()).isEqualTo(403);
    assertThat(
            probe
                .ask(
                    "service_accounts",
                    "authorization",
                    "Bearer " + Settings.OAUTH_TOKEN,
                    VERSION,
                    "2026-10-21")
                .status())
        .isEqualTo(200);
  }

  @Test
  void aKeyOfTheWrongKindIsForbidden() {
    assertThat(probe.ask("me", "x-api-key", "sk-ant-api03-x", VERSION, "2026-10-21").status())
        .isEqualTo(403);
    assertThat(probe.ask("me", "x-api-key", "sk-ant-admin01-x", VERSION, "2026-10-21").status())
        .isEqualTo(401);
    assertThat(probe.ask("me").status()).isEqualTo(401);
  }

  @Test
  void onlyReadingIsAllowed() {
    HttpRequest post =
        HttpRequest.newBuilder(probe.uri("me"))
            .headers("x-api-key", Settings.KEY, VERSION, "2026-10-21")
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    assertThat(probe.send(post).status()).isEqualTo(405);
  }

  @Test
  void aBudgetOfSixtyAMinuteCanBeAskedFor() {
    try (Simulator strict = Simulator.start(Bench.settings().withRateLimits(true))) {
      Probe asker = new Probe(strict);
      for (int i = 0; i < 60; i++) {
        assertThat(asker.get("spend_limits").status()).isEqualTo(200);
      }
      assertThat(asker.get("spend_limits").status()).isEqualTo(429);
      assertThat(asker.get("spend_limits").header("retry-after")).isEqualTo("30");
    }
  }

  @Test
  void headersNameRequestOrganisationAndTime() {
    Probe.Answer answer = probe.get("me");
    assertThat(answer.header("request-id")).startsWith("req_");
    assertThat(answer.header("anthropic-organization-id")).isEqualTo(answer.json().get("id"));
    assertThat(answer.header("date")).isEqualTo("Fri, 20 Nov 2026 10:30:30 GMT");
  }

  @Test
  void whatWasAskedIsKeptWithoutTheKey() {
    probe.get("users?limit=3");
    var asked = simulator.requests().list().getFirst();
    assertThat(asked.path()).isEqualTo("/v1/organizations/users");
    assertThat(asked.query().getFirst().value()).isEqualTo("3");
    assertThat(asked.status()).isEqualTo(200);
    assertThat(asked.headers()).doesNotContainKey("x-api-key").containsKey(VERSION);
  }
}
