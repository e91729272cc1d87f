package dev.outlay.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.models.organization.apikeys.ApiKey;
import com.anthropic.models.organization.workspaces.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
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
}
