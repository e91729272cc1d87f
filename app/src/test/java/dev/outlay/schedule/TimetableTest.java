package dev.outlay.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TimetableTest {
  private static final Instant START = Instant.parse("2026-11-21T03:17:20Z");
  private static final Duration STEP = Duration.ofSeconds(20);
  private static final Outcome GOOD = new Outcome.Good();

  private final Timetable timetable = new Timetable();

  @Test
  void historyIsReadOnlyWhileNothingNewerIsDueAndEndsWhenItComesNoFurther() {
    add("usage_report", Optional.empty());
    timetable.take(START, 1);
    assertThat(timetable.recall(START, 9)).isEmpty();
    timetable.end(job("usage_report"), GOOD, 5, START.plusSeconds(1));
    Instant due = timetable.next(job("usage_report")).orElseThrow();
    assertThat(timetable.recall(due, 9)).isEmpty();
    Instant before = due.minusSeconds(1);
    assertThat(timetable.recall(before, 9)).containsExactly(job("usage_report"));
    assertThat(timetable.take(due, 9)).isEmpty();
    assertThat(timetable.isDue(job("usage_report"), due)).isTrue();
    timetable.end(job("usage_report"), GOOD, 3, before);
    assertThat(timetable.recall(before, 9)).hasSize(1);
    timetable.end(job("usage_report"), failed(Optional.empty()), 3, before);
    assertThat(timetable.next(job("usage_report"))).contains(due);
    timetable.take(due, 1);
    timetable.end(job("usage_report"), GOOD, 3, due);
    Instant later = due.plus(Duration.ofMinutes(2));
    assertThat(timetable.recall(later, 9)).hasSize(1);
    timetable.end(job("usage_report"), GOOD, 3, later);
    assertThat(timetable.recall(later, 9)).isEmpty();
  }

  /** A day of a few connections in which everything may happen. */
  @Test
  void neverTwoRunsOfOneDatasetAndNoneLaterThanAMinute() {
    for (int seed = 0; seed < 40; seed++) {
      new Day(new SplittableRandom(seed)).pass();
    }
  }

  private static final class Day {
    private final SplittableRandom random;
    private final Timetable timetable = new Timetable();
    private final Map<Job, Instant> running = new HashMap<>();
    private final List<Job> jobs = new ArrayList<>();

    Day(SplittableRandom random) {
      this.random = random;
      for (int i = random.nextInt(1, 30); i > 0; i--) {
        for (String dataset : List.of("usage_report", "cost_report", "users", "rate_limits")) {
          Job job = new Job("connection " + i, dataset);
          jobs.add(job);
          timetable.add(
              job, Rhythms.USUAL.of(dataset), Optional.empty(), START, Duration.ofSeconds(30));
        }
      }
    }

    void pass() {
      for (Instant now = START;
          now.isBefore(START.plus(Duration.ofDays(1)));
          now = now.plus(STEP)) {
        for (Timetable.Due due : timetable.take(now, 1000)) {
          assertThat(running).doesNotContainKey(due.job());
          assertThat(Duration.between(due.since(), now)).isLessThan(Duration.ofMinutes(1));
          running.put(due.job(), now.plusSeconds(random.nextLong(1, 400)));
        }
        somethingHappens(now);
        end(now);
      }
    }

    private void somethingHappens(Instant now) {
      String connection = jobs.get(random.nextInt(jobs.size())).connection();
      switch (random.nextInt(100)) {
        case 0 -> timetable.atOnce(connection, now);
        case 1 -> timetable.hold(connection, now.plusSeconds(random.nextLong(3600)));
        case 2 -> timetable.release(connection, now);
        default -> {}
      }
    }

    private void end(Instant now) {
      for (Job job : List.copyOf(running.keySet())) {
        if (!running.getOrDefault(job, now).isAfter(now)) {
          running.remove(job);
          timetable.end(job, outcome(now), now);
        }
      }
    }

    private Outcome outcome(Instant now) {
      return switch (random.nextInt(20)) {
        case 0 -> failed(Optional.empty());
        case 1 -> new Outcome.Shut(now.plusSeconds(random.nextLong(600)));
        case 2 -> new Outcome.Interrupted();
        default -> GOOD;
      };
    }
  }

  @Test
  void aDayHasTheTurnsItShould() {
    add("usage_report", Optional.of(START));
    add("cost_report", Optional.of(START));
    add("rate_limits", Optional.of(START));
    Map<String, List<Instant>> day = day();
    assertThat(day.get("usage_report")).hasSize(288);
    assertThat(day.get("rate_limits")).hasSize(96);
    assertThat(day.get("cost_report")).hasSize(25);
    assertThat(day.get("cost_report"))
        .filteredOn(time ->
            time.atOffset(ZoneOffset.UTC).getHour() == 6
                && time.atOffset(ZoneOffset.UTC).getMinute() < 6)
        .isNotEmpty();
  }

  @Test
  void manyConnectionsDoNotMeet() {
    for (int i = 0; i < 600; i++) {
      timetable.add(
          new Job("connection " + i, "usage_report"),
          Rhythms.USUAL.of("usage_report"),
          Optional.of(START),
          START,
          Duration.ZERO);
    }
    int most = 0;
    for (int second = 1; second <= 300; second++) {
      most = Math.max(most, timetable.take(START.plusSeconds(second), 1000).size());
    }
    assertThat(most).isLessThan(12);
  }

  @Test
  void whatWasMissedIsMadeUpOnce() {
    add("usage_report", Optional.of(START));
    Instant woken = START.plus(Duration.ofHours(9));
    assertThat(timetable.take(woken, 10)).hasSize(1);
    timetable.end(job("usage_report"), GOOD, woken.plusSeconds(3));
    assertThat(timetable.take(woken.plusSeconds(4), 10)).isEmpty();
    assertThat(timetable.next(job("usage_report")).orElseThrow())
        .isBeforeOrEqualTo(woken.plus(Duration.ofMinutes(5)));
  }

  @Test
  void aRestartRunsOnlyWhatIsDue() {
    add("cost_report", Optional.of(START.minusSeconds(1)));
    add("users", Optional.of(START.minus(Duration.ofDays(3))));
    add("usage_report", Optional.empty());
    List<String> first =
        timetable.take(START, 10).stream().map(due -> due.job().dataset()).toList();
    assertThat(first).containsExactlyInAnyOrder("users", "usage_report");
  }

  @Test
  void failuresAreTriedAgainEverLessOften() {
    add("usage_report", Optional.empty());
    List<Long> waits = new ArrayList<>();
    Instant now = START;
    for (int i = 0; i < 9; i++) {
      assertThat(timetable.take(now, 1)).hasSize(1);
      timetable.end(job("usage_report"), failed(Optional.empty()), now);
      Instant next = timetable.next(job("usage_report")).orElseThrow();
      waits.add(Duration.between(now, next).toMinutes());
      now = next;
    }
    assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
    timetable.take(now, 1);
    timetable.end(job("usage_report"), GOOD, now);
    assertThat(timetable.next(job("usage_report")).orElseThrow())
        .isBeforeOrEqualTo(now.plus(Duration.ofMinutes(5)));
  }

  @Test
  void whoAsksForTimeGetsIt() {
    add("usage_report", Optional.empty());
    timetable.take(START, 1);
    timetable.end(job("usage_report"), failed(Optional.of(Duration.ofMinutes(20))), START);
    assertThat(timetable.next(job("usage_report"))).contains(START.plus(Duration.ofMinutes(20)));
  }

  @Test
  void aClockThatIsSetBackDelaysNothing() {
    add("usage_report", Optional.of(START));
    timetable.take(START, 1);
    Instant back = START.minus(Duration.ofHours(5));
    timetable.take(back, 1);
    assertThat(timetable.next(job("usage_report")).orElseThrow())
        .isBeforeOrEqualTo(back.plus(Duration.ofMinutes(5)));
  }

  @Test
  void syncNowWhileItRunsRunsItOnceMore() {
    add("users", Optional.empty());
    assertThat(timetable.take(START, 1)).hasSize(1);
    timetable.atOnce("c", START.plusSeconds(1));
    assertThat(timetable.take(START.plusSeconds(2), 1)).isEmpty();
    timetable.end(job("users"), GOOD, START.plusSeconds(3));
    assertThat(timetable.take(START.plusSeconds(3), 1)).hasSize(1);
    timetable.end(job("users"), GOOD, START.plusSeconds(4));
    assertThat(timetable.take(START.plusSeconds(5), 1)).isEmpty();
  }

  private Map<String, List<Instant>> day() {
    Map<String, List<Instant>> day = new HashMap<>();
    Set<Job> running = new HashSet<>();
    for (long second = 1; second <= Duration.ofDays(1).toSeconds(); second++) {
      Instant now = START.plusSeconds(second);
      running.forEach(job -> timetable.end(job, GOOD, now));
      running.clear();
      for (Timetable.Due due : timetable.take(now, 10)) {
        day.computeIfAbsent(due.job().dataset(), _ -> new ArrayList<>()).add(now);
        running.add(due.job());
      }
    }
    return day;
  }

  private void add(String dataset, Optional<Instant> last) {
    timetable.add(job(dataset), Rhythms.USUAL.of(dataset), last, START, Duration.ZERO);
  }

  private static Job job(String dataset) {
    return new Job("c", dataset);
  }

  private static Outcome failed(Optional<Duration> after) {
    return new Outcome.Failed(new Failure.Retry(Attempt.to("GET /x", "c", "d"), "HTTP 500", after));
  }
}
