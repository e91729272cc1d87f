package dev.outlay.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.simulator.world.Report;
import dev.outlay.store.SchemaStore;
import dev.outlay.store.SimulatedStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RevisionLogTest {
  private static final String D1 = "2026-11-19T06:00:00Z";
  private static final String D2 = "2026-11-20T06:00:00Z";
  private static final String D3 = "2026-11-21T06:00:00Z";

  @TempDir private Path folder;

  @Test
  void aChangedCostTellsRowBeforeAndAfter() {
    try (SchemaStore store = new SchemaStore()) {
      store.add("workspaces", Map.of("id", "w1", "name", "Research"));
      cost(store, "r1", D1, D2, "10.5").cost(store, "r1", D2, null, "12.25");
      cost(store, "r2", D1, null, "1");
      assertThat(read(store).revisions())
          .containsExactly(
              new Revision(
                  Instant.parse(D2),
                  "acme",
                  "cost_report",
                  "Research · Claude Opus 5 Usage - Input Tokens",
                  Optional.of(Instant.parse("2026-11-18T00:00:00Z")),
                  Optional.of("amount_usd"),
                  Optional.of("10.5"),
                  Optional.of("12.25"),
                  false));
    }
  }

  @Test
  void aRowThatVanishedSaysSo() {
    try (SchemaStore store = new SchemaStore()) {
      cost(store, "r1", D1, D2, "10.5");
      assertThat(read(store).revisions())
          .singleElement()
          .extracting(Revision::vanished, Revision::column)
          .containsExactly(true, Optional.empty());
    }
  }

  @Test
  void aRowThatCameBackVanishedInBetween() {
    try (SchemaStore store = new SchemaStore()) {
      cost(store, "r1", D1, D2, "10.5").cost(store, "r1", D3, null, "10.5");
      assertThat(read(store).revisions()).singleElement().matches(Revision::vanished);
    }
  }

  @Test
  void whatIsOnlyARemarkIsNoRevision() {
    try (SchemaStore store = new SchemaStore()) {
      for (int i = 0; i < 2; i++) {
        store.add(
            "analytics_usage",
            "a",
            i == 0 ? D1 : D2,
            i == 0 ? D2 : null,
            Map.of("requests", 5, "data_refreshed_at", i == 0 ? D1 : D2));
      }
      assertThat(read(store).revisions()).isEmpty();
    }
  }

  @Test
  void pagesTogetherAreEverythingOnceTheLatestFirst() {
    try (SchemaStore store = new SchemaStore()) {
      for (int i = 0; i < 7; i++) {
        String change = i < 3 ? D3 : D2;
        cost(store, "r" + i, D1, change, "1").cost(store, "r" + i, change, null, "2");
        limit(store, "l" + i, D1, change, 5).limit(store, "l" + i, change, null, 6);
      }
      List<String> seen = new ArrayList<>();
      Optional<RevisionPage.Place> place = Optional.empty();
      do {
        RevisionPage page = new RevisionLog(store).read(Optional.empty(), place, 4);
        assertThat(page.revisions()).hasSizeLessThanOrEqualTo(4);
        page.revisions().forEach(each -> seen.add(each.knownFrom() + each.dataset() + each.what()));
        place = page.next();
      } while (place.isPresent());
      assertThat(seen).hasSize(14);
      assertThat(seen.subList(0, 6)).allMatch(each -> each.startsWith(D3));
      assertThat(new RevisionLog(store).read(Optional.of("rate_limits"), Optional.empty(), 50))
          .extracting(page -> page.revisions().size())
          .isEqualTo(7);
    }
  }

  @Test
  void aLimitIsCalledByItsName() {
    try (SchemaStore store = new SchemaStore()) {
      limit(store, "l1", D1, D2, 1000).limit(store, "l1", D2, null, 500);
      assertThat(read(store).revisions())
          .singleElement()
          .extracting(Revision::what, Revision::before, Revision::after)
          .containsExactly(
              "Claude Opus 5 · requests_per_minute", Optional.of("1000"), Optional.of("500"));
    }
  }

  @Test
  void whatTheSimulatorRevisesShows() {
    try (SimulatedStore world = new SimulatedStore(folder)) {
      world.sync(SimulatedStore.START, "cost_report", "workspaces");
      assertThat(read(world.answers()).revisions()).isEmpty();
      LocalDate day = LocalDate.parse("2026-11-19");
      world.simulator.revise(Report.COST, day, 200);
      world.sync(SimulatedStore.START.plus(Duration.ofDays(1)), "cost_report", "workspaces");
      List<Revision> revisions = read(world.answers()).revisions();
      assertThat(revisions)
          .isNotEmpty()
          .allMatch(each -> each.dataset().equals("cost_report") && !each.vanished())
          .anyMatch(each ->
              each.time().equals(Optional.of(Instant.parse("2026-11-19T00:00:00Z")))
                  && number(each.after()) == 2 * number(each.before()));
    }
  }

  private static long number(Optional<String> usd) {
    return new java.math.BigDecimal(usd.orElseThrow()).movePointRight(12).longValue();
  }

  private RevisionLogTest cost(
      SchemaStore store, String row, String from, @Nullable String to, String usd) {
    store.add(
        "cost_report",
        row,
        from,
        to,
        Map.of(
            "bucket_start", "2026-11-18T00:00:00Z",
            "workspace_id", "w1",
            "description", "Claude Opus 5 Usage - Input Tokens",
            "currency", "USD",
            "amount_cents", usd + "00",
            "amount_usd", usd));
    return this;
  }

  private RevisionLogTest limit(
      SchemaStore store, String row, String from, @Nullable String to, long value) {
    Map<String, Object> cells =
        new HashMap<>(
            Map.of(
                "limit_id", "rl_1",
                "group_id", "rlg_1",
                "group_type", "model_group",
                "display_name", "Claude Opus 5",
                "limiter", "requests_per_minute",
                "value", value));
    store.add("rate_limits", row, from, to, cells);
    return this;
  }

  private static RevisionPage read(dev.outlay.store.Answers answers) {
    return new RevisionLog(answers).read(Optional.empty(), Optional.empty(), 1000);
  }
}
