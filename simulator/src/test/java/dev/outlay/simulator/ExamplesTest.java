package dev.outlay.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.simulator.fault.Tree;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExamplesTest {
  private static final Set<String> OPEN_MAPS = Set.of("tags", "tool_actions");

  private final Simulator simulator = Simulator.start(Bench.settings());
  private final Probe probe = new Probe(simulator);

  @AfterEach
  void stop() {
    simulator.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          organizations_me | 2026-10-21 | me
          workspaces_list | 2026-10-21 | workspaces?include_archived=true&limit=20
          workspaces_get | 2026-10-21 | workspaces/{workspace}
          workspaces_get_default | 2026-10-21 | workspaces/{default}
          workspace_members_list | 2026-10-21 | workspaces/{workspace}/members?limit=20
          workspace_members_get | 2026-10-21 | workspaces/{workspace}/members/{user}
          workspace_rate_limits_list | 2026-10-21 | workspaces/{workspace}/rate_limits
          workspace_rate_limits_list__include_inherited | 2026-10-21 | workspaces/{workspace}/rate_limits?include_inherited=true
          api_keys_list | 2026-10-21 | api_keys?limit=20
          api_keys_get | 2026-10-21 | api_keys/{key}
          api_keys_list__2023-06-01 | 2023-06-01 | api_keys
          users_list | 2026-10-21 | users?limit=20
          users_get | 2026-10-21 | users/{user}
          invites_list | 2026-10-21 | invites?limit=20
          invites_get | 2026-10-21 | invites/{invite}
          rate_limits_list | 2026-10-21 | rate_limits
          rate_limits_list__model_filter | 2026-10-21 | rate_limits?model=claude-opus-5
          service_accounts_list | oauth | service_accounts?include_archived=false
          service_accounts_get | oauth | service_accounts/{svac}
          spend_limits_list__console | 2026-10-21 | spend_limits?limit=20
          usage_report_messages | 2026-10-21 | usage_report/messages?starting_at=2026-11-10T00:00:00Z&bucket_width=1d&limit=1
          usage_report_messages__ungrouped | 2026-10-21 | usage_report/messages?starting_at=2026-11-17T00:00:00Z&ending_at=2026-11-20T00:00:00Z
          usage_report_messages__grouped_1h | 2026-10-21 | usage_report/messages?starting_at=2026-11-20T08:00:00Z&ending_at=2026-11-20T10:00:00Z&bucket_width=1h&limit=1&group_by[]=model&group_by[]=api_key_id&group_by[]=workspace_id&group_by[]=service_tier
          usage_report_messages__speed | 2026-10-21 | usage_report/messages?starting_at=2026-11-19T00:00:00Z&ending_at=2026-11-20T00:00:00Z&group_by[]=speed&group_by[]=model
          cost_report | 2026-10-21 | cost_report?starting_at=2026-11-01T00:00:00Z&group_by[]=description&group_by[]=workspace_id&limit=1
          cost_report__grouped | 2026-10-21 | cost_report?starting_at=2026-11-18T00:00:00Z&ending_at=2026-11-19T00:00:00Z&group_by[]=description&group_by[]=workspace_id
          cost_report__ungrouped | 2026-10-21 | cost_report?starting_at=2026-11-18T00:00:00Z&ending_at=2026-11-20T00:00:00Z
          usage_report_claude_code | 2026-10-21 | usage_report/claude_code?starting_at=2026-11-18&limit=1
          usage_report_claude_code__last_page | 2026-10-21 | usage_report/claude_code?starting_at=2026-11-18&limit=1000
          usage_report_claude_code__empty | 2026-10-21 | usage_report/claude_code?starting_at=2020-01-01
          analytics_usage | 2026-10-21 | analytics/usage?starting_at=2026-11-01T00:00:00Z&ending_at=2026-11-08T00:00:00Z&time_bucket_width=1d&group_by[]=model&limit=1
          analytics_usage__total | 2026-10-21 | analytics/usage?starting_at=2026-11-01T00:00:00Z
          analytics_cost | 2026-10-21 | analytics/cost?starting_at=2026-11-01T00:00:00Z&group_by[]=api_key_id&group_by[]=workspace_id&order_by=amount&limit=1000
          analytics_cost__by_token_type | 2026-10-21 | analytics/cost?starting_at=2026-11-01T00:00:00Z&group_by[]=model&group_by[]=cost_type&group_by[]=token_type
          error_401_invalid_key | none | me
          error_404_not_found | 2026-10-21 | workspaces/wrkspc_nobody
          error_400_missing_version | unversioned | me
          error_400_invalid_request | 2026-10-21 | cost_report
          error_400_date_range | 2026-10-21 | cost_report?starting_at=2026-11-20T04:00:00Z
          """)
  void hasTheFieldsOfTheReference(String file, String headers, String request) throws IOException {
    Object expected = example(file);
    Probe.Answer answer = probe.ask(filledIn(request), headers(headers));
    assertSameShape(file, expected, answer.json());
  }

  private static String[] headers(String kind) {
    String betas =
        "fast-mode-2026-02-01, analytics-usage-cost-2026-08-24, spend-limit-reads-2026-09-26";
    return switch (kind) {
      case "none" -> new String[] {"x-api-key", "sk-unknown", "anthropic-version", "2026-10-21"};
      case "unversioned" -> new String[] {"x-api-key", Settings.KEY};
      case "oauth" ->
          new String[] {
            "authorization", "Bearer " + Settings.OAUTH_TOKEN, "anthropic-version", "2026-10-21"
          };
      default ->
          new String[] {
            "x-api-key", Settings.KEY, "anthropic-version", kind, "anthropic-beta", betas
          };
    };
  }

  private String filledIn(String request) {
    var directory = simulator.organisations().getFirst().directory();
    return request
        .replace("{workspace}", directory.workspaces().getFirst().id())
        .replace("{default}", directory.defaultWorkspace().id())
        .replace("{user}", directory.users().getFirst().id())
        .replace("{key}", directory.apiKeys().get(3).id())
        .replace("{svac}", directory.serviceAccounts().getFirst().id())
        .replace("{invite}", directory.invites().getFirst().id());
  }

  private static Object example(String file) throws IOException {
    try (InputStream in = ExamplesTest.class.getResourceAsStream("/examples/" + file + ".json")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return Objects.requireNonNull(Tree.parse(text));
    }
  }

  /** Every object of a list has the fields that all example objects of that list agree on. */
  private static void assertSameShape(
      String where, @Nullable Object expected, @Nullable Object actual) {
    if (expected == null || actual == null) {
      return;
    }
    if (expected instanceof Map<?, ?> map && actual instanceof Map<?, ?> other) {
      if (OPEN_MAPS.stream().noneMatch(where::endsWith) && !variant(map)) {
        Set<Object> names = new HashSet<>(other.keySet());
        assertThat(names).as(where).isEqualTo(new HashSet<>(map.keySet()));
      }
      map.forEach((name, value) -> assertSameShape(where + "." + name, value, other.get(name)));
    } else if (expected instanceof List<?> list && actual instanceof List<?> others) {
      for (Object other : others) {
        if (!list.isEmpty()) {
          assertSameShape(where, nearest(list, other), other);
        }
      }
    } else if (!where.endsWith("allowed_inference_geos")) {
      assertThat(kind(actual)).as(where).isEqualTo(kind(expected));
    }
  }

  /** Unions are told apart by their type. */
  private static boolean variant(Map<?, ?> map) {
    Object type = map.get("type");
    return type != null
        && Set.of(
                "user_actor",
                "service_account_actor",
                "workspace",
                "organization",
                "model_group",
                "api_actor",
                "usage_tier")
            .contains(type)
        && map.size() <= 3;
  }

  private static @Nullable Object nearest(List<?> list, @Nullable Object other) {
    for (Object item : list) {
      if (item instanceof Map<?, ?> a
          && other instanceof Map<?, ?> b
          && a.keySet().equals(b.keySet())) {
        return item;
      }
    }
    return list.getFirst();
  }

  private static String kind(Object value) {
    return value instanceof BigDecimal
        ? "number"
        : value instanceof Map<?, ?> ? "object" : value.getClass().getSimpleName();
  }
}
