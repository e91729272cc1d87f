package dev.outlay.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is due when. Knows no clock and no thread: it is told the time and hands out what should run
 * now. Safe for use by many threads.
 */
final class Timetable {
  /** What is to run now, and since when it is due. */
  record Due(Job job, Instant since) {}

  private final Map<Job, Turn> turns = new LinkedHashMap<>();
  private final Map<String, Instant> held = new HashMap<>();
  private Instant told = Instant.MIN;

  /**
   * A new job.
   *
   * @param lastRead when it was last run, where it ever was: a turn missed since is made up once
   * @param within in so much time from now on what is to be made up is spread
   */
  synchronized void add(
      Job job, Rhythm rhythm, Optional<Instant> lastRead, Instant now, Duration within) {
    Duration spread = within.compareTo(rhythm.every()) < 0 ? within : rhythm.every();
    Instant soon = now.plusNanos(job.place(Math.max(1, spread.toNanos())));
    Instant due =
        lastRead.map(at -> rhythm.after(at, job)).filter(next -> next.isAfter(now)).orElse(soon);
    turns.put(job, new Turn(job, rhythm, due));
  }

  synchronized void drop(Collection<Job> jobs) {
    jobs.forEach(turns::remove);
  }

  synchronized int size() {
    return turns.size();
  }

  synchronized List<Job> jobs() {
    return List.copyOf(turns.keySet());
  }

  /** Takes what is due, the longest waiting first, at most so many; they count as running. */
  synchronized List<Due> take(Instant now, int most) {
    follow(now);
    List<Due> due = new ArrayList<>();
    turns.values().stream()
        .filter(turn -> turn.isDue(now) && !isHeld(turn, now))
        .sorted(Comparator.comparing(Turn::due))
        .limit(Math.max(0, most))
        .forEach(turn -> due.add(start(turn, now)));
    return due;
  }

  /**
   * Takes those whose history may be read, at most so many; they count as running. They are in no
   * hurry, and give way as soon as they are due.
   */
  synchronized List<Job> recall(Instant now, int most) {
    List<Job> jobs =
        turns.values().stream()
            .filter(turn -> turn.mayRecall(now) && !isHeld(turn, now))
            .sorted(Comparator.comparingInt(Turn::recalled))
            .limit(Math.max(0, most))
            .map(Turn::job)
            .toList();
    jobs.forEach(job -> turn(job).ifPresent(Turn::recall));
    return jobs;
  }

  /** Whether it is time for the newest of a job, whatever of it runs. */
  synchronized boolean isDue(Job job, Instant now) {
    return turn(job).filter(turn -> !turn.due().isAfter(now)).isPresent();
  }

  synchronized void end(Job job, Outcome outcome, Instant now) {
    end(job, outcome, 0, now);
  }

  /**
   * It ended.
   *
   * @param left steps of history that it knows of and did not read
   */
  synchronized void end(Job job, Outcome outcome, int left, Instant now) {
    turn(job).ifPresent(turn -> turn.end(outcome, left, now));
  }

  private Optional<Turn> turn(Job job) {
    return Optional.ofNullable(turns.get(job));
  }

  /** Everything of that connection runs as soon as it may; a wait after failures is over. */
  synchronized void atOnce(String connection, Instant now) {
    held.remove(connection);
    of(connection).forEach(turn -> turn.atOnce(now));
  }

  /** Nothing of that connection runs before that time. */
  synchronized void hold(String connection, Instant until) {
    held.put(connection, until);
  }

  /** It runs again; what it missed is made up once. */
  synchronized void release(String connection, Instant now) {
    if (held.remove(connection) != null) {
      of(connection).forEach(turn -> turn.notBefore(now));
    }
  }

  /** When it runs next; empty where that is not known. */
  synchronized Optional<Instant> next(Job job) {
    Turn turn = turns.get(job);
    return turn == null || turn.running()
        ? Optional.empty()
        : Optional.of(later(turn.due(), held.getOrDefault(job.connection(), Instant.MIN)))
            .filter(Instant.MAX::isAfter);
  }

  /** When the next one is due, whichever that is. */
  synchronized Optional<Instant> next() {
    return turns.values().stream()
        .filter(turn -> !turn.running())
        .map(turn -> later(turn.due(), held.getOrDefault(turn.job().connection(), Instant.MIN)))
        .min(Comparator.naturalOrder());
  }

  private Due start(Turn turn, Instant now) {
    Due due =
        new Due(
            turn.job(), later(turn.due(), held.getOrDefault(turn.job().connection(), turn.due())));
    turn.start(now);
    return due;
  }

  private boolean isHeld(Turn turn, Instant now) {
    return held.getOrDefault(turn.job().connection(), Instant.MIN).isAfter(now);
  }

  private List<Turn> of(String connection) {
    return turns.values().stream()
        .filter(turn -> turn.job().connection().equals(connection))
        .toList();
  }

  /** A clock that was set back takes the turns along: they would be waited for too long. */
  private void follow(Instant now) {
    if (now.isBefore(told)) {
      Duration back = Duration.between(told, now);
      turns.values().forEach(turn -> turn.move(back));
    }
    told = now;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
