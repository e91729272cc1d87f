package dev.outlay.simulator;

import static dev.outlay.simulator.Probe.list;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {
  private final AtomicReference<Instant> now = new AtomicReference<>(Bench.NOW);
  private final InstantSource clock = now::get;
  private final Simulator simulator = Simulator.start(Bench.settings().withClock(clock));
  private final Probe probe = new Probe(simulator);

  @AfterEach
  void stop() {
    simulator.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "users",
        "workspaces?include_archived=true",
        "api_keys",
        "invites",
        "rate_limits",
        "spend_limits",
        "usage_report/messages?starting_at=2026-11-01T00:00:00Z",
        "usage_report/messages?starting_at=2026-11-20T00:00:00Z&bucket_width=1h",
        "cost_report?starting_at=2026-11-01T00:00:00Z&ending_at=2026-12-01T00:00:00Z",
        "usage_report/claude_code?starting_at=2026-11-18",
        "analytics/usage?starting_at=2026-11-10T00:00:00Z&time_bucket_width=1d&group_by[]=model",
        "analytics/cost?starting_at=2026-11-10T00:00:00Z&group_by[]=api_key_id"
      })
  void everyPageSizeGivesTheSameItems(String request) {
    List<?> whole = probe.everything(request);
    String glue = request.contains("?") ? "&" : "?";
    assertThat(whole).isNotEmpty();
    for (int limit : List.of(1, 2, 7, 20)) {
      assertThat(List.<Object>copyOf(probe.everything(request + glue + "limit=" + limit)))
          .isEqualTo(whole);
    }
  }

  @Test
  void listsGoBackwardsToo() {
    List<?> first = probe.get("users?limit=5").data();
    Object last = Probe.at(probe.get("users?limit=8").data().getLast(), "id");
    Probe.Answer back = probe.get("users?limit=5&before_id=" + last);
    assertThat(back.data()).hasSize(5);
    assertThat(back.json().get("has_more")).isEqualTo(true);
    assertThat(
            List.<Object>copyOf(
                probe.get("users?limit=5&before_id=" + Probe.at(back.data().get(3), "id")).data()))
        .isEqualTo(first);
    assertThat(probe.get("users?before_id=" + last + "&after_id=" + last).status()).isEqualTo(400);
  }

  @Test
  void aCursorDiesWithItsParameters() {
    String report = "usage_report/messages?starting_at=2026-11-01T00:00:00Z";
    String cursor = cursor(report);
    assertThat(probe.get(report + "&page=" + cursor).status()).isEqualTo(200);
    Probe.Answer changed = probe.get(report + "&bucket_width=1h&page=" + cursor);
    assertThat(changed.status()).isEqualTo(400);
    assertThat(changed.message()).isEqualTo("cursor does not match current query parameters");
    assertThat(probe.get(report + "&page=nonsense").status()).isEqualTo(400);
  }

  private String cursor(String request) {
    return URLEncoder.encode(
        String.valueOf(probe.get(request).json().get("next_page")), StandardCharsets.UTF_8);
  }

  @Test
  void anAnalyticsCursorDiesWithTheNextRefresh() {
    String report = "analytics/usage?starting_at=2026-11-10T00:00:00Z&group_by[]=model&limit=1";
    String cursor = cursor(report);
    now.set(Bench.NOW.plusSeconds(6 * 3_600));
    assertThat(probe.get(report + "&page=" + cursor).status()).isEqualTo(410);
  }

  @Test
  void claudeCodePagesKeepTheirBoundary() {
    String report = "usage_report/claude_code?starting_at=2026-11-20&limit=2";
    String whole =
        probe
            .get("usage_report/claude_code?starting_at=2026-11-20&limit=4")
            .data()
            .subList(2, 4)
            .toString();
    String cursor = cursor(report);
    now.set(Bench.NOW.plusSeconds(7_200));
    assertThat(probe.get(report + "&page=" + cursor).data()).hasToString(whole);
  }

  @Test
  void bucketsWithoutUsageAreThere() {
    List<?> buckets =
        probe.everything(
            "usage_report/messages?starting_at=2020-01-01T00:00:00Z&ending_at=2020-01-11T00:00:00Z");
    assertThat(buckets)
        .hasSize(10)
        .allSatisfy(bucket -> assertThat(list(bucket, "results")).isEmpty());
  }

  @Test
  void theFutureHasNoBuckets() {
    assertThat(
            probe.everything(
                "usage_report/messages?starting_at=2026-11-18T00:00:00Z&ending_at=2027-01-01T00:00:00Z"))
        .hasSize(3);
    assertThat(
            probe.everything(
                "cost_report?starting_at=2026-11-18T00:00:00Z&ending_at=2027-01-01T00:00:00Z"))
        .hasSize(2);
    try (Simulator early = Simulator.start(Bench.settings().withCostToday(true))) {
      assertThat(
              new Probe(early)
                  .everything(
                      "cost_report?starting_at=2026-11-18T00:00:00Z&ending_at=2027-01-01T00:00:00Z"))
          .hasSize(3);
    }
  }

  @Test
  void theDefaultWorkspaceIsFetchedButNotListed() {
    String id = simulator.organisations().getFirst().directory().defaultWorkspace().id();
    assertThat(probe.get("workspaces/" + id).json().get("name")).isEqualTo("Default");
    assertThat(probe.everything("workspaces?include_archived=true").toString()).doesNotContain(id);
    assertThat(probe.everything("api_keys").toString()).contains(id);
  }
}
