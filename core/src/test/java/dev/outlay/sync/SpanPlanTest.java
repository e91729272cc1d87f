package dev.outlay.sync;

import static dev.outlay.Cases.seeded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.dataset.Settle;
import dev.outlay.dataset.Width;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Coverage;
import dev.outlay.table.Covered;
import dev.outlay.table.PlainCoverage;
import dev.outlay.table.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpanPlanTest {
  private static final Duration LATE = Duration.ofMinutes(15);

  /** One random situation, and the same knowledge bucket by bucket. */
  private record Situation(
      Width width, Span target, Coverage coverage, PlainCoverage plain, Instant now) {
    List<Span> due() {
      Checkpoint known = new Checkpoint(coverage, Optional.empty(), Optional.empty());
      return SpanPlan.due(new Want(width, target, true), known, now);
    }

    boolean isDue(Instant bucket) {
      return !plain.knows(bucket) || newest(bucket) || mayHaveChanged(bucket) || unclosed(bucket);
    }

    boolean newest(Instant bucket) {
      return !bucket.isBefore(width.floor(now.minus(LATE))) && !bucket.isAfter(width.floor(now));
    }

    private boolean mayHaveChanged(Instant bucket) {
      Instant restSince = restSince();
      return !plain
          .known(span(bucket), known -> !known.settled() && known.readAt().isBefore(restSince))
          .isEmpty();
    }

    /** Days are read again at six, what is finer when nearly its time has passed. */
    private Instant restSince() {
      return width.restEvery().equals(Width.DAY)
          ? Width.latest(LocalTime.of(6, 0), now)
          : now.minus(width.restEvery().multipliedBy(11).dividedBy(12));
    }

    private boolean unclosed(Instant bucket) {
      return !plain.closed(bucket) && bucket.isBefore(Settle.finalTo(now));
    }

    private Span span(Instant bucket) {
      return new Span(bucket, bucket.plus(width.length()));
    }

    /** Newest first, as long as nothing lies between, and at most a page: by plain counting. */
    List<Span> expected() {
      List<Span> pages = new ArrayList<>();
      for (Instant bucket : plain.starts(target).toList().reversed()) {
        if (isDue(bucket)) {
          addTo(pages, span(bucket));
        }
      }
      return pages;
    }

    private void addTo(List<Span> pages, Span bucket) {
      boolean joins =
          !pages.isEmpty()
              && pages.getLast().start().equals(bucket.end())
              && plain.starts(pages.getLast()).count() < width.limit();
      pages.add(joins ? new Span(bucket.start(), pages.removeLast().end()) : bucket);
    }
  }

  private static Situation any(SplittableRandom random) {
    Width width = width(random);
    Instant now =
        Instant.parse("2026-01-01T00:00:00Z")
            .plusSeconds(random.nextLong(Duration.ofDays(300).toSeconds()));
    Instant end = width.ceiling(now).minus(width.length().multipliedBy(tail(random)));
    Span target = new Span(end.minus(width.length().multipliedBy(random.nextInt(1, 120))), end);
    PlainCoverage plain = new PlainCoverage(width.length());
    Coverage coverage = Coverage.NONE;
    Instant at = target.start();
    for (int reads = random.nextInt(8); reads > 0; reads--) {
      at = at.plusSeconds(random.nextLong(width.length().toSeconds() * 40));
      Covered read = read(width, part(random, width, target), at.isAfter(now) ? now : at);
      coverage = coverage.with(read);
      plain.with(read);
    }
    return new Situation(width, target, coverage, plain, now);
  }

  /** Mostly up to now, sometimes an end somebody asked for. */
  private static int tail(SplittableRandom random) {
    return random.nextInt(4) == 0 ? random.nextInt(40) : 0;
  }

  private static Width width(SplittableRandom random) {
    Duration length =
        List.of(Width.DAY, Duration.ofHours(1), Duration.ofMinutes(1)).get(random.nextInt(3));
    Settle settle =
        random.nextBoolean()
            ? new Settle.After(length.multipliedBy(random.nextInt(1, 60)))
            : new Settle.AfterMonth(Duration.ofDays(random.nextInt(1, 9)));
    Duration rest = length.multipliedBy(random.nextInt(1, 20));
    return new Width("any", length, random.nextInt(1, 40), Width.DAY, settle, rest);
  }

  private static Span part(SplittableRandom random, Width width, Span target) {
    long buckets = target.start().until(target.end()).dividedBy(width.length());
    long from = random.nextLong(buckets);
    Instant start = target.start().plus(width.length().multipliedBy(from));
    return new Span(
        start, start.plus(width.length().multipliedBy(random.nextLong(1, buckets - from + 1))));
  }

  private static Covered read(Width width, Span span, Instant at) {
    return new Covered(span, at, width.floor(width.settle().settledTo(at)), Settle.finalTo(at));
  }

  @Test
  void asksForExactlyWhatIsDueNewestFirstInTheFewestPages() {
    seeded(
        3_000,
        random -> {
          Situation situation = any(random);
          assertThat(situation.due()).isEqualTo(situation.expected());
        });
  }

  @Test
  void asksInAsManyRequestsAsTheRunsOfDueBucketsNeed() {
    seeded(
        2_000,
        random -> {
          Situation situation = any(random);
          long needed =
              runs(situation).mapToLong(run -> -Math.floorDiv(-run, situation.width.limit())).sum();
          assertThat(situation.due()).hasSize(Math.toIntExact(needed));
        });
  }

  private static Stream<Integer> runs(Situation situation) {
    List<Integer> runs = new ArrayList<>(List.of(0));
    for (Instant bucket : situation.plain.starts(situation.target).toList()) {
      if (situation.isDue(bucket)) {
        runs.add(runs.removeLast() + 1);
      } else {
        runs.add(0);
      }
    }
    return runs.stream();
  }

  @Test
  void spansAreWholeBucketsAndNeverBeyondTheOpenOne() {
    seeded(
        2_000,
        random -> {
          Situation situation = any(random);
          Instant open = situation.width.floor(situation.now).plus(situation.width.length());
          assertThat(situation.due())
              .allSatisfy(span -> {
                assertThat(situation.width.around(span)).isEqualTo(span);
                assertThat(span.end()).isBeforeOrEqualTo(open);
                assertThat(situation.target.intersect(span)).contains(span);
              });
        });
  }

  @Test
  void whenEverythingDueWasReadOnlyTheNewestIsDueAgain() {
    seeded(
        3_000,
        random -> {
          Situation situation = any(random);
          Coverage coverage = situation.coverage;
          for (Span span : situation.due()) {
            Covered read = read(situation.width, span, situation.now);
            coverage = coverage.with(read);
            situation.plain.with(read);
          }
          Situation after =
              new Situation(
                  situation.width, situation.target, coverage, situation.plain, situation.now);
          assertThat(after.plain.starts(after.due())).allMatch(after::newest);
        });
  }
}
