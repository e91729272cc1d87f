package dev.outlay.sync;

import static dev.outlay.Cases.seeded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Settle;
import dev.outlay.dataset.Width;
import dev.outlay.dataset.Window;
import dev.outlay.dataset.catalogue.Datasets;
import dev.outlay.source.Selection;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Covered;
import dev.outlay.table.PlainCoverage;
import dev.outlay.table.Series;
import dev.outlay.table.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A series polled for a long time, at random moments, by the loop and step by step. */
class YearOfPollsTest {
  private static final Instant START = Instant.parse("2026-02-10T07:13:20Z");
  private static final Instant DATA = Instant.parse("2026-01-20T00:00:00Z");
  private static final int MOST_STEPS = 600;

  private final Reports reports = new Reports(bucket -> !bucket.isBefore(DATA));
  private final Collect collect = new Collect(reports, Selection.everything(Map.of()));
  private Checkpoint known = Checkpoint.START;

  @ParameterizedTest
  @CsvSource({
    "cost_report, 1d, 20, 365, true",
    "cost_report, 1d, 20, 365, false",
    "usage_report, 1h, 12, 40, true",
    "usage_report, 1h, 12, 40, false",
    "usage_report, 1m, 3, 2, true",
    "claude_code_usage, 1d, 18, 90, true",
    "analytics_cost, 1d, 15, 300, true",
    "analytics_cost, 1d, 15, 300, false"
  })
  void everyPollConvergesAndReadsNothingThatIsSettledAndFinal(
      String name, String width, int hours, int days, boolean stepwise) {
    Dataset dataset = Datasets.named(name).orElseThrow();
    seeded(
        2, random -> new Polls(dataset, dataset.width(width)).poll(random, hours, days, stepwise));
  }

  /** The polls of one series, with a plain record of what was read when. */
  private final class Polls {
    private final Dataset dataset;
    private final Width width;
    private final Series series;
    private final PlainCoverage plain;

    /** Only where buckets are given can the open one be left out. */
    private final boolean bucketed;

    Polls(Dataset dataset, Width width) {
      this.dataset = dataset;
      this.width = width;
      this.series = new Series(dataset.name(), width.name(), "", "", "");
      this.bucketed = dataset.window() instanceof Window.Buckets;
      this.plain = new PlainCoverage(width.length());
      known = Checkpoint.START;
    }

    void poll(SplittableRandom random, int hours, int days, boolean stepwise) {
      Instant now = START;
      while (now.isBefore(START.plus(Duration.ofDays(days)))) {
        boolean openBucketGiven = !bucketed || random.nextBoolean();
        reports.endAt(openBucketGiven ? now.plus(Width.DAY) : width.floor(now));
        List<Step> due = collect.due(dataset, series, known, now);
        List<Span> read = stepwise ? steps(now) : loop(due, now);
        onlyWhatMayChange(read, now);
        remember(read, now, openBucketGiven ? now.plus(Width.DAY) : width.floor(now));
        nothingLeft(now, openBucketGiven);
        now = now.plusSeconds(random.nextLong(1, hours * 3600L));
      }
    }

    private List<Span> steps(Instant now) {
      for (int i = 0; i < MOST_STEPS; i++) {
        Optional<Step> next = collect.next(dataset, series, known, now);
        if (next.isEmpty()) {
          return reports.asked();
        }
        known = collect.read(next.get(), known, now, new Nobody());
      }
      throw new AssertionError("no end at " + now + ", last " + reports.asked().getLast());
    }

    private List<Span> loop(List<Step> due, Instant now) {
      for (Step step : due) {
        if (collect.beyondData(step, known, now)) {
          break;
        }
        known = collect.read(step, known, now, new Nobody());
      }
      return reports.asked();
    }

    private void onlyWhatMayChange(List<Span> read, Instant now) {
      Instant newest = width.floor(now.minus(Duration.ofMinutes(15)));
      List<Instant> buckets = plain.starts(read);
      assertThat(buckets).doesNotHaveDuplicates();
      assertThat(buckets)
          .allMatch(b -> !plain.settled(b) || !plain.closed(b) || !b.isBefore(newest));
    }

    private void remember(List<Span> read, Instant now, Instant end) {
      Instant settled = width.floor(width.settle().settledTo(now));
      read.stream()
          .flatMap(span -> span.intersect(new Span(Instant.MIN, end)).stream())
          .forEach(span -> plain.with(new Covered(span, now, settled, Settle.finalTo(now))));
    }

    /** Days are read again at six, what is finer when nearly its time has passed. */
    private Instant restSince(Instant now) {
      return width.restEvery().equals(Width.DAY)
          ? Width.latest(LocalTime.of(6, 0), now)
          : now.minus(width.restEvery().multipliedBy(11).dividedBy(12));
    }

    private void nothingLeft(Instant now, boolean openBucketGiven) {
      Instant end = openBucketGiven ? width.ceiling(now) : width.floor(now);
      Instant back = width.floor(now.minus(width.lookback())).plus(width.length());
      Span wanted = new Span(back.isAfter(DATA) ? back : DATA, end);
      assertThat(plain.missing(wanted)).isEmpty();
      Instant rest = restSince(now);
      assertThat(plain.known(wanted, b -> !b.settled() && b.readAt().isBefore(rest))).isEmpty();
      Span.of(wanted.start(), Settle.finalTo(now))
          .ifPresent(closed -> assertThat(plain.known(closed, b -> !b.closed())).isEmpty());
    }
  }
}
