package dev.outlay.table;

import static dev.outlay.Cases.seeded;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CoverageTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Instant START = Instant.parse("2026-01-30T00:00:00Z");
  private static final int BUCKETS = 60;
  private static final Span ALL = span(0, BUCKETS);

  private static Instant hour(int number) {
    return START.plus(HOUR.multipliedBy(number));
  }

  private static Span span(int from, int to) {
    return new Span(hour(from), hour(to));
  }

  private static Span any(SplittableRandom random) {
    int from = random.nextInt(BUCKETS);
    return span(from, random.nextInt(from + 1, BUCKETS + 1));
  }

  @Test
  void saysOfEveryBucketWhatAPlainListSays() {
    seeded(
        3_000,
        random -> {
          PlainCoverage plain = new PlainCoverage(HOUR);
          Coverage coverage = Coverage.NONE;
          int now = 0;
          for (int reads = random.nextInt(1, 14); reads > 0; reads--) {
            now += random.nextInt(12);
            Covered read =
                new Covered(any(random), hour(now), hour(now - 6), hour(now / 24 * 24 - 5));
            coverage = coverage.with(read);
            plain.with(read);
          }
          sameAnswers(coverage, plain, any(random), hour(random.nextInt(BUCKETS)));
        });
  }

  private static void sameAnswers(Coverage coverage, PlainCoverage plain, Span target, Instant t) {
    assertThat(plain.starts(coverage.missing(target))).isEqualTo(plain.missing(target));
    assertThat(plain.starts(coverage.provisional(target, t)))
        .isEqualTo(plain.known(target, known -> !known.settled() && known.readAt().isBefore(t)));
    assertThat(plain.starts(coverage.notFinal(target)))
        .isEqualTo(plain.known(target, known -> !known.closed()));
    assertThat(coverage.earliest()).isEqualTo(plain.known(ALL, _ -> true).stream().findFirst());
    assertThat(coverage.latest())
        .isEqualTo(
            plain.known(ALL, _ -> true).reversed().stream().findFirst().map(CoverageTest::end));
  }

  private static Instant end(Instant bucket) {
    return bucket.plus(HOUR);
  }

  @Test
  void neverClaimsMoreThanAPlainListThoughFiguresGrowLessCertain() {
    seeded(
        3_000,
        random -> {
          PlainCoverage plain = new PlainCoverage(HOUR);
          Coverage coverage = Coverage.NONE;
          for (int reads = random.nextInt(1, 14); reads > 0; reads--) {
            Instant at = hour(random.nextInt(BUCKETS));
            Instant settled = hour(random.nextInt(-5, BUCKETS));
            Covered read = new Covered(any(random), at, settled, hour(random.nextInt(-5, BUCKETS)));
            Instant before = coverage.settledTo(read.span());
            coverage = coverage.with(read);
            plain.with(read);
            assertThat(coverage.settledTo(read.span())).isAfterOrEqualTo(before);
          }
          claimsNoMore(coverage, plain, any(random));
        });
  }

  private static void claimsNoMore(Coverage coverage, PlainCoverage plain, Span target) {
    assertThat(plain.starts(coverage.missing(target))).isEqualTo(plain.missing(target));
    Span.of(target.start(), coverage.settledTo(target))
        .ifPresent(claimed -> assertThat(plain.starts(claimed)).allMatch(plain::settled));
    for (Covered part : coverage.merged()) {
      assertThat(plain.starts(part.span())).allMatch(plain::knows);
      Span.of(part.span().start(), part.settledTo())
          .ifPresent(claimed -> assertThat(plain.starts(claimed)).allMatch(plain::settled));
      Span.of(part.span().start(), part.finalTo())
          .ifPresent(claimed -> assertThat(plain.starts(claimed)).allMatch(plain::closed));
    }
  }

  @Test
  void mergedHasOnePartForEachStretchWithoutAGap() {
    seeded(
        1_000,
        random -> {
          Coverage coverage = Coverage.NONE;
          for (int reads = random.nextInt(1, 10); reads > 0; reads--) {
            coverage = coverage.with(new Covered(any(random), START, any(random).start(), START));
          }
          List<Span> merged = coverage.merged().stream().map(Covered::span).toList();
          for (int i = 1; i < merged.size(); i++) {
            assertThat(merged.get(i).start()).isAfter(merged.get(i - 1).end());
          }
        });
  }

  @Test
  void aLateGapHidesWhatIsSettledBehindIt() {
    Coverage coverage =
        Coverage.NONE
            .with(new Covered(span(0, 5), hour(50), hour(50), START))
            .with(new Covered(span(7, 9), hour(50), hour(50), START));
    assertThat(coverage.settledTo(span(0, 9))).isEqualTo(hour(5));
    assertThat(coverage.settledTo(span(6, 9))).isEqualTo(hour(6));
    assertThat(coverage.missing(span(0, 9))).containsExactly(span(5, 7));
  }

  @Test
  void aCheckpointRemembersTheOldestRowEver() {
    Covered read = new Covered(span(3, 5), hour(9), START, START);
    Checkpoint first = Checkpoint.START.covering(read, java.util.Optional.of(hour(4)));
    Checkpoint second = first.covering(read, java.util.Optional.of(hour(6)));
    Checkpoint third = second.covering(read, java.util.Optional.empty());
    assertThat(third.earliest()).contains(hour(4));
    assertThat(third.readAt()).contains(hour(9));
  }
}
