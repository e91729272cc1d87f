package dev.outlay.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.store.SchemaStore;
import dev.outlay.store.SimulatedStore;
import dev.outlay.table.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QualityTest {
  private static final Instant NOW = Instant.parse("2026-11-21T14:41:00Z");
  private final SchemaStore store = new SchemaStore();
  private int run;

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void freshUsageTellsHowFarItIsReadAndSettled() {
    covered("usage_report", "1m", "2026-11-20T00:00:00Z", "2026-11-21T14:35:00Z", "14:36");
    run("usage_report", "2026-11-21T14:36:00Z", "ok", null);
    Source source = source("usage_report");
    assertThat(source)
        .extracting(Source::state, Source::width, Source::readTo, Source::settledTo)
        .containsExactly(
            State.FRESH,
            Optional.of("1m"),
            Optional.of(Instant.parse("2026-11-21T14:35:00Z")),
            Optional.of(Instant.parse("2026-11-18T00:00:00Z")));
    assertThat(source.gaps()).isEmpty();
  }

  @Test
  void theRestOfTheLastBucketIsNotRead() {
    covered("cost_report", "1d", "2026-11-01T00:00:00Z", "2026-11-22T00:00:00Z", "14:36");
    assertThat(source("cost_report").readTo()).contains(Instant.parse("2026-11-21T14:36:00Z"));
  }

  @Test
  void gapsLieBetweenWhatWasRead() {
    covered("cost_report", "1d", "2026-11-01T00:00:00Z", "2026-11-05T00:00:00Z", "14:36");
    covered("cost_report", "1d", "2026-11-07T00:00:00Z", "2026-11-21T00:00:00Z", "14:36");
    assertThat(source("cost_report").covered()).hasSize(2);
    assertThat(source("cost_report").gaps())
        .containsExactly(
            new Span(Instant.parse("2026-11-05T00:00:00Z"), Instant.parse("2026-11-07T00:00:00Z")));
  }

  @Test
  void eachStateHasItsReason() {
    run("users", "2026-11-21T10:00:00Z", "ok", null);
    run("workspaces", "2026-11-21T14:00:00Z", "ok", null);
    run("workspaces", "2026-11-21T14:30:00Z", "failed", "production: workspaces: HTTP 500");
    run("spend_limits", "2026-11-21T14:30:00Z", "not_entitled", "no such thing here");
    run("invites", "2026-11-21T14:30:00Z", "ok", null);
    run("invites", "2026-11-21T14:40:00Z", null, null);
    run("api_keys", "2026-11-21T14:30:00Z", "ok", null);
    assertThat(source("users").state()).isEqualTo(State.LATE);
    assertThat(source("workspaces"))
        .extracting(Source::state, Source::error, Source::lastGood)
        .containsExactly(
            State.FAILING,
            Optional.of("production: workspaces: HTTP 500"),
            Optional.of(Instant.parse("2026-11-21T14:00:00Z")));
    assertThat(source("spend_limits").state()).isEqualTo(State.NOT_ENTITLED);
    assertThat(source("invites").state()).isEqualTo(State.FRESH);
    assertThat(source("invites").lastRun()).contains(Instant.parse("2026-11-21T14:40:00Z"));
    assertThat(source("api_keys").state()).isEqualTo(State.SYNCING);
    assertThat(source("rate_limits").state()).isEqualTo(State.UNSYNCED);
  }

  @Test
  void aConnectionThatNeverRanIsUnsyncedAndSaysSo() {
    assertThat(read().sources())
        .isNotEmpty()
        .allMatch(source -> source.connection().equals("acme") && source.state() != State.FRESH);
    assertThat(read().line()).startsWith("No usage yet · ").contains("sources unsynced");
  }

  @Test
  void oneLineSaysItInWords() {
    covered("usage_report", "1m", "2026-11-20T00:00:00Z", "2026-11-21T14:35:00Z", "14:35");
    covered("usage_report", "1d", "2026-01-01T00:00:00Z", "2026-11-21T00:00:00Z", "14:35");
    covered("cost_report", "1d", "2026-11-01T00:00:00Z", "2026-11-21T00:00:00Z", "14:36");
    for (String dataset : List.of("usage_report", "cost_report", "workspaces")) {
      run(dataset, "2026-11-21T14:36:00Z", "ok", null);
    }
    run("users", "2026-11-21T10:00:00Z", "ok", null);
    run("invites", "2026-11-21T14:36:00Z", "refused", "the key is gone");
    List<Source> known =
        read().sources().stream().filter(source -> source.lastRun().isPresent()).toList();
    assertThat(new FreshnessLine(known, NOW).text())
        .isEqualTo(
            "Usage to 14:35 UTC, 6 min ago · cost settled through 17 Nov · 1 of 5 sources failing · 1"
                + " of 5 sources late");
    assertThat(new FreshnessLine(known, NOW.plus(Duration.ofDays(3))).text())
        .startsWith("Usage to 21 Nov 14:35 UTC, 3 days ago");
  }

  @Test
  void theSlowestConnectionDecides() {
    covered("usage_report", "1h", "2026-11-20T00:00:00Z", "2026-11-21T14:35:00Z", "14:36");
    store.add(
        "coverage",
        Map.of(
            "connection", "other",
            "dataset", "usage_report",
            "bucket_width", "1h",
            "span_start", "2026-11-20T00:00:00Z",
            "span_end", "2026-11-21T12:00:00Z",
            "read_at", "2026-11-21T14:36:00Z",
            "settled_to", "2026-11-18T00:00:00Z"));
    assertThat(read().line()).startsWith("Usage to 12:00 UTC, 2 h ago");
  }

  @Test
  void whatTheSimulatorGivesIsFreshInEveryPart(@TempDir Path folder) {
    try (SimulatedStore world = new SimulatedStore(folder)) {
      world.sync(SimulatedStore.START);
      QualityAnswer answer =
          new Quality(world.answers())
              .read(
                  new Expected(Set.of(), _ -> Duration.ofHours(1), (_, _) -> false),
                  SimulatedStore.START.plus(Duration.ofMinutes(5)));
      assertThat(answer.sources())
          .hasSizeGreaterThan(15)
          .allMatch(source ->
              source.gaps().isEmpty()
                  && (source.state() == State.FRESH || source.state() == State.NOT_ENTITLED));
      assertThat(answer.line()).startsWith("Usage to 03:00 UTC, 5 min ago · cost settled through");
    }
  }

  private void covered(String dataset, String width, String from, String to, String readAt) {
    store.add(
        "coverage",
        Map.of(
            "dataset",
            dataset,
            "bucket_width",
            width,
            "grouped_by",
            "model",
            "filter",
            "",
            "span_start",
            from,
            "span_end",
            to,
            "read_at",
            "2026-11-21T" + readAt + ":00Z",
            "settled_to",
            "2026-11-18T00:00:00Z"));
  }

  private void run(String dataset, String at, @Nullable String status, @Nullable String error) {
    Map<String, Object> cells =
        new HashMap<>(Map.of("sync_id", ++run, "dataset", dataset, "started_at", at));
    if (status != null) {
      cells.put("finished_at", at);
      cells.put("status", status);
    }
    if (error != null) {
      cells.put("error", error);
    }
    store.add("syncs", cells);
  }

  private QualityAnswer read() {
    return new Quality(store)
        .read(
            new Expected(
                Set.of("acme"),
                _ -> Duration.ofHours(1),
                (_, dataset) -> dataset.equals("api_keys")),
            NOW);
  }

  private Source source(String dataset) {
    return read().sources().stream()
        .filter(source -> source.dataset().equals(dataset))
        .findFirst()
        .orElseThrow();
  }
}
