package dev.outlay.sync;

import static dev.outlay.Cases.seeded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Width;
import dev.outlay.dataset.catalogue.Datasets;
import dev.outlay.source.Selection;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Covered;
import dev.outlay.table.Series;
import dev.outlay.table.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CollectTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:30:00Z");
  private static final Instant TODAY = day(0);
  private static final Dataset COST = Datasets.named("cost_report").orElseThrow();
  private static final Series SERIES = new Series("cost_report", "1d", "", "", "");

  /** So many days before today. */
  private static Instant day(int ago) {
    return Instant.parse("2026-11-20T00:00:00Z").minus(Duration.ofDays(ago));
  }

  private static Selection selection(Optional<Instant> from, Optional<Instant> to) {
    return new Selection(Set.of(), from, to, Set.of(), Duration.ofDays(365), Map.of(), Map.of());
  }

  private static final Selection YEAR = selection(Optional.empty(), Optional.empty());

  private static Checkpoint readAll(Collect collect, Checkpoint start, Instant now) {
    Checkpoint known = start;
    for (Step step : collect.due(COST, SERIES, known, now)) {
      if (collect.beyondData(step, known, now)) {
        break;
      }
      known = collect.read(step, known, now, new Nobody());
    }
    return known;
  }

  private static Instant oldestAsked(List<Span> asked) {
    return asked.stream().map(Span::start).min(Instant::compareTo).orElseThrow();
  }

  @Test
  void theWalkBackEndsAfter31DaysWithoutARowAndNotBefore() {
    seeded(
        1_000,
        random -> {
          TreeSet<Instant> data = new TreeSet<>();
          for (int i = random.nextInt(20); i >= 0; i--) {
            data.add(day(random.nextInt(330)));
          }
          Reports reports = new Reports(data::contains);
          readAll(new Collect(reports, YEAR), Checkpoint.START, NOW);
          Instant oldest = oldestAsked(reports.asked());
          Instant reached = TODAY.plus(Width.DAY);
          for (Instant day : data.descendingSet()) {
            boolean near = !day.isBefore(reached.minus(Duration.ofDays(31)));
            reached = near ? day : reached;
            assertThat(!near || !day.isBefore(oldest)).as("%s was asked for", day).isTrue();
          }
          Instant seen = Optional.ofNullable(data.ceiling(oldest)).orElse(TODAY.plus(Width.DAY));
          assertThat(Duration.between(oldest, seen).toDays()).isBetween(20L, 61L);
        });
  }

  @Test
  void anOrganisationWithoutAnyUsageIsAskedForOnePageAndThenForToday() {
    Reports reports = new Reports(_ -> false);
    Collect collect = new Collect(reports, YEAR);
    Checkpoint known = readAll(collect, Checkpoint.START, NOW);
    assertThat(reports.asked()).containsExactly(new Span(day(30), day(-1)));
    readAll(collect, known, NOW.plusSeconds(60));
    assertThat(reports.asked()).containsExactly(new Span(day(0), day(-1)));
  }

  @Test
  void fromReachesFurtherBackThanWhereTheWalkEnded() {
    Reports reports = new Reports(bucket -> bucket.isAfter(day(10)));
    Checkpoint known = readAll(new Collect(reports, YEAR), Checkpoint.START, NOW);
    reports.asked();
    Collect earlier = new Collect(reports, selection(Optional.of(day(500)), Optional.of(day(490))));
    known = readAll(earlier, known, NOW);
    assertThat(reports.asked()).containsExactly(new Span(day(500), day(490)));
    readAll(new Collect(reports, selection(Optional.of(day(500)), Optional.empty())), known, NOW);
    assertThat(oldestAsked(reports.asked())).isEqualTo(day(490));
  }

  @Test
  void gapsHealWithoutReadingTheRestAgain() {
    Reports reports = new Reports(_ -> true);
    Collect collect = new Collect(reports, YEAR);
    Instant later = NOW.plus(Duration.ofHours(2));
    Checkpoint known = Checkpoint.START;
    for (Step step : collect.due(COST, SERIES, known, NOW)) {
      boolean lost = step.span().orElseThrow().contains(day(100));
      known = lost ? known : collect.read(step, known, NOW, new Nobody());
    }
    List<Span> first = new ArrayList<>(reports.asked());
    known = readAll(collect, known, later);
    List<Span> second = reports.asked();
    assertThat(second).hasSize(2);
    assertThat(second.getFirst()).isEqualTo(new Span(day(0), day(-1)));
    assertThat(second.getLast().contains(day(100))).isTrue();
    assertThat(first).noneMatch(span -> span.intersect(second.getLast()).isPresent());
    assertThat(known.coverage().missing(new Span(day(365), day(-1)))).isEmpty();
  }

  @Test
  void aClosedMonthIsReadOnceMoreThoughTheNewestWasReadFirst() {
    Dataset code = Datasets.named("claude_code_usage").orElseThrow();
    Instant dayFour = Instant.parse("2026-12-04T00:30:00Z");
    Collect collect =
        new Collect(new Reports(_ -> true), selection(Optional.of(day(40)), Optional.empty()));
    Checkpoint known = stepped(collect, code, Checkpoint.START, dayFour.minus(Duration.ofHours(1)));
    Span november =
        new Span(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z"));
    assertThat(known.coverage().settledTo(november)).isEqualTo(november.end());
    assertThat(known.coverage().notFinal(november)).containsExactly(november);
    known = stepped(collect, code, known, dayFour);
    assertThat(known.coverage().notFinal(november)).isEmpty();
  }

  private static Checkpoint stepped(
      Collect collect, Dataset dataset, Checkpoint from, Instant now) {
    Series series = new Series(dataset.name(), "1d", "", "", "");
    Checkpoint known = from;
    for (int steps = 0; steps < 100; steps++) {
      Optional<Step> next = collect.next(dataset, series, known, now);
      if (next.isEmpty()) {
        return known;
      }
      known = collect.read(next.get(), known, now, new Nobody());
    }
    throw new AssertionError("no end");
  }

  @Test
  void aDayTheApiDoesNotGiveYetKeepsNobodyFromTheOlderOnes() {
    Reports reports = new Reports(_ -> true);
    reports.endAt(TODAY);
    Collect collect = new Collect(reports, selection(Optional.of(day(90)), Optional.empty()));
    Checkpoint known = Checkpoint.START;
    for (int steps = 0; steps < 3; steps++) {
      Step next = collect.next(COST, SERIES, known, NOW).orElseThrow();
      known = collect.read(next, known, NOW, new Nobody());
    }
    assertThat(known.coverage().missing(new Span(day(90), TODAY))).isEmpty();
    assertThat(collect.next(COST, SERIES, known, NOW)).isEmpty();
    assertThat(collect.next(COST, SERIES, known, NOW.plusSeconds(60)).orElseThrow().span())
        .contains(new Span(TODAY, day(-1)));
  }

  @Test
  void figuresNewerThanTheExportStayProvisional() {
    Dataset analytics = Datasets.named("analytics_cost").orElseThrow();
    assertThat(settled(analytics, Optional.empty()))
        .isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
    assertThat(settled(analytics, Optional.of(Instant.parse("2026-10-12T08:00:00Z"))))
        .isEqualTo(Instant.parse("2026-10-12T00:00:00Z"));
  }

  private static Instant settled(Dataset dataset, Optional<Instant> refreshed) {
    Span span = new Span(day(50), day(-1));
    Refreshed source = new Refreshed(span, refreshed);
    Step step =
        new Step(
            dataset,
            new Series(dataset.name(), "1d", "", "", ""),
            Optional.of(span),
            dev.outlay.table.Scope.EVERYTHING,
            Instant.MAX);
    Checkpoint read = new Collect(source, YEAR).read(step, Checkpoint.START, NOW, new Nobody());
    return read.coverage().parts().stream().map(Covered::settledTo).findFirst().orElseThrow();
  }

  @Test
  void listsAreReadAtEveryPollAndThoseOfWorkspacesOnceADay() {
    Collect collect = new Collect(new Reports(_ -> true), YEAR);
    Checkpoint read = Checkpoint.START.readAt(NOW);
    Instant soon = NOW.plus(Duration.ofHours(23));
    assertThat(dueOf(collect, "users", read, soon)).isEqualTo(1);
    assertThat(dueOf(collect, "workspace_members", read, soon)).isZero();
    assertThat(dueOf(collect, "workspace_members", read, soon.plus(Duration.ofHours(1))))
        .isEqualTo(1);
  }

  private static int dueOf(Collect collect, String name, Checkpoint known, Instant now) {
    return collect.due(Datasets.named(name).orElseThrow(), Series.of(name), known, now).size();
  }
}
