package dev.outlay.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.models.beta.organization.analytics.cost.BetaAnalyticsCostGroupBy;
import com.anthropic.models.beta.organization.analytics.cost.CostListParams;
import com.anthropic.models.beta.organization.analytics.usage.BetaAnalyticsUsageGroupBy;
import com.anthropic.models.beta.organization.analytics.usage.BetaAnalyticsUsageItem;
import com.anthropic.models.beta.organization.analytics.usage.UsageListParams;
import com.anthropic.models.organization.apikeys.ApiKey;
import com.anthropic.models.organization.workspaces.Workspace;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SdkTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:30:00Z");

  private final Simulator simulator =
      Simulator.start(Settings.defaults().withClock(Clock.fixed(NOW, ZoneOffset.UTC)));
  private final AnthropicClient client =
      AnthropicOkHttpClient.builder()
          .baseUrl(simulator.url().toString())
          .apiKey(Settings.KEY)
          .maxRetries(0)
          .build();

  @AfterEach
  void stop() {
    client.close();
    simulator.close();
  }

  @Test
  void theSdkReadsWhoItIs() {
    assertThat(client.organization().retrieve().name()).isEqualTo("Northwind Labs");
  }

  @Test
  void theSdkPagesThroughWorkspaces() {
    List<Workspace> all = client.organization().workspaces().list().autoPager().stream().toList();
    assertThat(all).hasSize(8).allSatisfy(workspace -> workspace.validate());
  }

  @Test
  void theSdkPagesThroughKeys() {
    List<ApiKey> keys = client.organization().apiKeys().list().autoPager().stream().toList();
    assertThat(keys).hasSize(24);
  }

  @Test
  void theSdkPagesThroughPeople() {
    assertThat(
            client.organization().users().list().autoPager().stream().map(user -> user.validate()))
        .hasSize(31);
    assertThat(
            client.organization().invites().list().autoPager().stream()
                .map(invite -> invite.validate()))
        .hasSize(6);
  }

  @Test
  void theSdkReadsWhatBelongsToAWorkspace() {
    String workspace = client.organization().workspaces().list().items().getFirst().id();
    assertThat(client.organization().workspaces().retrieve(workspace).validate().id())
        .isEqualTo(workspace);
    assertThat(
            client.organization().workspaces().members().list(workspace).autoPager().stream()
                .map(member -> member.validate()))
        .hasSize(31);
    assertThat(client.organization().workspaces().rateLimits().list(workspace).autoPager().stream())
        .isNotEmpty();
  }

  @Test
  void theSdkReadsRateLimits() {
    assertThat(
            client.organization().rateLimits().list().autoPager().stream()
                .map(limit -> limit.group()))
        .hasSize(22);
  }

  @Test
  void theSdkReadsSpendLimits() {
    assertThat(
            client.beta().organization().spendLimits().list().autoPager().stream()
                .map(limit -> limit.validate()))
        .hasSize(3);
  }

  @Test
  void theSdkPagesThroughAnalyticsUsage() {
    UsageListParams params =
        UsageListParams.builder()
            .startingAt(OffsetDateTime.parse("2026-11-01T00:00:00Z"))
            .addGroupBy(BetaAnalyticsUsageGroupBy.ACTOR)
            .addGroupBy(BetaAnalyticsUsageGroupBy.ACTOR_TYPE)
            .addGroupBy(BetaAnalyticsUsageGroupBy.API_KEY_ID)
            .addGroupBy(BetaAnalyticsUsageGroupBy.MODEL)
            .limit(9)
            .build();
    List<BetaAnalyticsUsageItem> items =
        client.beta().organization().analytics().usage().list(params).autoPager().stream().toList();
    assertThat(items).hasSizeGreaterThan(20).allSatisfy(item -> item.validate());
    assertThat(items)
        .anySatisfy(item ->
            assertThat(item.group().actor())
                .hasValueSatisfying(actor -> assertThat(actor.isUser()).isTrue()));
    assertThat(items)
        .isSortedAccordingTo(
            Comparator.comparingLong((BetaAnalyticsUsageItem item) -> item.usage().totalTokens())
                .reversed());
  }

  @Test
  void theSdkPagesThroughAnalyticsCost() {
    CostListParams params =
        CostListParams.builder()
            .startingAt(OffsetDateTime.parse("2026-11-01T00:00:00Z"))
            .addGroupBy(BetaAnalyticsCostGroupBy.WORKSPACE_ID)
            .addGroupBy(BetaAnalyticsCostGroupBy.TOKEN_TYPE)
            .limit(9)
            .build();
    assertThat(client.beta().organization().analytics().cost().list(params).autoPager().stream())
        .hasSizeGreaterThan(20)
        .allSatisfy(
            item -> assertThat(new BigDecimal(item.validate().cost().amount())).isPositive());
  }
}
