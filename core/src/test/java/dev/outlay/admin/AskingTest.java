package dev.outlay.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.catalogue.Cut;
import dev.outlay.dataset.catalogue.Datasets;
import dev.outlay.source.Selection;
import dev.outlay.table.Scope;
import dev.outlay.table.Series;
import dev.outlay.table.Span;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AskingTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:30:00Z");
  private static final Span DAYS = span("2026-11-01T00:00:00Z", "2026-11-21T00:00:00Z");
  private static final URI SERVER = URI.create("https://api.anthropic.com");

  private static Span span(String from, String to) {
    return new Span(Instant.parse(from), Instant.parse(to));
  }

  private static Dataset dataset(String name) {
    return Datasets.named(name).orElseThrow();
  }

  private static Asking asking(Series series, Span span) {
    return new Asking(dataset(series.dataset()), series, Optional.of(span));
  }

  private static Asking list(String name, String parent) {
    return new Asking(dataset(name), new Series(name, "", "", "", parent), Optional.empty());
  }

  private static List<String> query(Asking asking) {
    URI uri = asking.call("production", NOW).on(SERVER);
    String raw = Optional.ofNullable(uri.getRawQuery()).orElse("");
    return Arrays.stream(raw.split("&"))
        .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
        .sorted()
        .toList();
  }

  @Test
  void theCostReportIsAskedByDescriptionAndWorkspace() {
    Asking asking =
        asking(new Series("cost_report", "1d", "description,workspace_id", "", ""), DAYS);
    assertThat(query(asking))
        .containsExactly(
            "bucket_width=1d",
            "ending_at=2026-11-21T00:00:00Z",
            "group_by[]=description",
            "group_by[]=workspace_id",
            "limit=31",
            "starting_at=2026-11-01T00:00:00Z");
    assertThat(asking.call("production", NOW).on(SERVER).toString())
        .startsWith("https://api.anthropic.com/v1/organizations/cost_report?")
        .contains("group_by%5B%5D=description");
  }

  @Test
  void usageIsAskedByItsCutAndFilter() {
    Series series =
        new Series(
            "usage_report", "1h", "model,workspace_id", "context_window[]=0-200k;models[]=b,a", "");
    Asking asking = asking(series, span("2026-11-20T00:00:00Z", "2026-11-20T11:00:00Z"));
    assertThat(query(asking))
        .containsExactly(
            "bucket_width=1h",
            "context_window[]=0-200k",
            "ending_at=2026-11-20T11:00:00Z",
            "group_by[]=model",
            "group_by[]=workspace_id",
            "limit=168",
            "models[]=a",
            "models[]=b",
            "starting_at=2026-11-20T00:00:00Z");
    assertThat(asking.scope().conditions())
        .containsExactlyInAnyOrder(
            new Scope.Among("context_window", Set.of("0-200k")),
            new Scope.Among("model", Set.of("a", "b")),
            new Scope.During("bucket_start", asking.span().orElseThrow()),
            new Scope.Equal("bucket_width", "1h"),
            new Scope.Equal("grouped_by", "model,workspace_id"));
  }

  @Test
  void theBetaHeaderIsSentOnlyWhenItIsNeeded() {
    assertThat(beta(new Series("usage_report", "1d", "model,speed", "", "")))
        .containsExactly("fast-mode-2026-02-01");
    assertThat(beta(new Series("usage_report", "1d", "model", "", ""))).isEmpty();
    assertThat(beta(new Series("cost_report", "1d", "description", "", ""))).isEmpty();
    assertThat(beta(new Series("analytics_cost", "1d", "actor,model", "", "")))
        .containsExactly("analytics-usage-cost-2026-08-24");
    assertThat(list("spend_limits", "").call("production", NOW).beta())
        .containsExactly("spend-limit-reads-2026-09-26");
  }

  private static List<String> beta(Series series) {
    return asking(series, DAYS).call("production", NOW).beta();
  }

  @Test
  void claudeCodeIsAskedForOnePlainDay() {
    Asking asking =
        asking(
            new Series("claude_code_usage", "1d", "", "", ""),
            span("2026-11-19T00:00:00Z", "2026-11-20T00:00:00Z"));
    assertThat(query(asking)).containsExactly("limit=1000", "starting_at=2026-11-19");
    assertThat(asking.scope())
        .isEqualTo(Scope.of(new Scope.During("date", asking.span().orElseThrow())));
  }

  @Test
  void analyticsAreNotAskedForTheFuture() {
    Series series = new Series("analytics_usage", "1d", "actor,model", "", "");
    assertThat(query(asking(series, DAYS)))
        .contains("starting_at=2026-11-01T00:00:00Z", "time_bucket_width=1d")
        .noneMatch(part -> part.startsWith("ending_at"));
    Span past = span("2026-10-01T00:00:00Z", "2026-10-31T00:00:00Z");
    assertThat(query(asking(series, past))).contains("ending_at=2026-10-31T00:00:00Z");
  }

  @Test
  void listsAreAskedInTheLargestPagesAndWithTheirOwnParameters() {
    assertThat(query(list("workspaces", "")))
        .containsExactly("include_archived=true", "limit=1000");
    assertThat(query(list("rate_limits", ""))).containsExactly("");
    assertThat(query(list("workspace_rate_limits", "w"))).containsExactly("include_inherited=true");
    Asking members = list("workspace_members", "wrkspc_1");
    assertThat(members.call("production", NOW).on(SERVER).getPath())
        .isEqualTo("/v1/organizations/workspaces/wrkspc_1/members");
    assertThat(members.scope()).isEqualTo(Scope.of(new Scope.Equal("workspace_id", "wrkspc_1")));
  }

  @Test
  void aMessageSaysWhatWasAskedAndNeverTheCursor() {
    Call call =
        asking(new Series("cost_report", "1d", "description", "", ""), DAYS)
            .call("production", NOW)
            .with("page", "page_opaque==");
    assertThat(call.on(SERVER).toString()).endsWith("page=page_opaque%3D%3D");
    assertThat(call.attempt())
        .hasToString(
            "production: cost_report 1d by description "
                + "2026-11-01T00:00:00Z..2026-11-21T00:00:00Z: GET /v1/organizations/cost_report");
  }

  @Test
  void aSelectionIsAskedInItsWidthsAndCutsAndOnlyWhereTheFilterCanBeApplied() {
    Selection selection =
        new Selection(
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Set.of("1d"),
            Duration.ofDays(365),
            Map.of(
                "1d",
                new Selection.Usage(
                    Duration.ofDays(365), List.of(Cut.SPEND.dimensions(), Cut.PLACE.dimensions())),
                "1h",
                new Selection.Usage(Duration.ofDays(30), List.of(Cut.SPEND.dimensions()))),
            Map.of("api_key_ids[]", Set.of("k")));
    List<Series> series = new SeriesList(selection).of(dataset("usage_report"), Set::of);
    assertThat(series)
        .containsExactly(
            new Series(
                "usage_report",
                "1d",
                "api_key_id,context_window,model,service_tier,workspace_id",
                "api_key_ids[]=k",
                ""));
    assertThat(new SeriesList(selection).of(dataset("workspace_members"), () -> Set.of("b", "a")))
        .extracting(Series::parent)
        .containsExactly("a", "b", "");
  }

  @Test
  void noCutAsksForMoreThanTheApiGroupsBy() {
    assertThat(Stream.of(Cut.values()).map(Cut::dimensions))
        .allSatisfy(dimensions -> {
          assertThat(dimensions).hasSizeLessThanOrEqualTo(Cut.MOST).isSorted();
          assertThat(dataset("usage_report").cuts()).containsAll(dimensions);
        });
  }
}
