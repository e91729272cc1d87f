package dev.outlay.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One job's place in the timetable. Guarded by the timetable. */
final class Turn {
  private final Job job;
  private final Rhythm rhythm;
  private Instant due;
  private boolean running;
  private boolean again;
  private int failed;
  private Optional<Instant> started = Optional.empty();
  private final History history = new History();

  Turn(Job job, Rhythm rhythm, Instant due) {
    this.job = job;
    this.rhythm = rhythm;
    this.due = due;
  }

  Job job() {
    return job;
  }

  Instant due() {
    return due;
  }

  boolean running() {
    return running;
  }

  boolean isDue(Instant now) {
    return !running && !due.isAfter(now);
  }

  /** What is old is read while nothing newer is to be read. */
  boolean mayRecall(Instant now) {
    return !running && due.isAfter(now) && history.isWanted(now);
  }

  /** Those come first of whom least was read. */
  int recalled() {
    return history.runs();
  }

  void start(Instant now) {
    running = true;
    started = Optional.of(now);
  }

  void recall() {
    running = true;
    history.begin();
  }

  /** As soon as it may; when it runs already, once more afterwards. */
  void atOnce(Instant now) {
    again = running;
    due = now;
  }

  void notBefore(Instant time) {
    due = due.isBefore(time) ? time : due;
  }

  void move(Duration by) {
    due = due.plus(by);
    started = started.map(at -> at.plus(by));
  }

  /**
   * What was missed while it ran is made up once.
   *
   * @param left steps of history that it knows of and did not read
   */
  void end(Outcome outcome, int left, Instant now) {
    running = false;
    if (history.isRunning()) {
      history.end(outcome, left, now);
      due = again ? now : due;
    } else {
      failed = outcome instanceof Outcome.Failed ? failed + 1 : 0;
      Instant next = again ? now : next(outcome, now);
      due = next.isBefore(now) ? now : next;
      history.want(outcome instanceof Outcome.Good ? left : 0);
    }
    again = false;
  }

  private Instant next(Outcome outcome, Instant now) {
    return switch (outcome) {
      case Outcome.Good _ -> rhythm.after(started.orElse(now), job);
      case Outcome.Interrupted _ -> rhythm.after(now, job);
      case Outcome.NotEntitled _ -> rhythm.after(now.plus(Backoff.NOT_ENTITLED), job);
      case Outcome.Refused _ -> now.plus(Backoff.REFUSED);
      case Outcome.Failed(var failure) -> now.plus(Backoff.after(failed, failure));
      case Outcome.Shut(var until) -> until;
    };
  }
}
