package dev.outlay.schedule;

import dev.outlay.failure.Failure;
import dev.outlay.sync.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How it stands with one dataset of one connection.
 *
 * @param dataset by name
 * @param running whether it is being read now
 * @param done steps of the run that are kept
 * @param total steps of the run that are known to be wanted
 * @param lastRun when it was last tried
 * @param lastGood when it was last read as it should be, in this process or before
 * @param nextRun when it is read next; empty while it runs and while the connection is paused
 * @param every how often it is expected to be read
 * @param status how the last run ended
 * @param failure why it failed, until it goes well again
 */
public record DatasetState(
    String dataset,
    boolean running,
    int done,
    int total,
    Optional<Instant> lastRun,
    Optional<Instant> lastGood,
    Optional<Instant> nextRun,
    Duration every,
    Optional<Status> status,
    Optional<Failure> failure) {
  static DatasetState unknown(String dataset, Duration every, Optional<Instant> lastGood) {
    return new DatasetState(
        dataset,
        false,
        0,
        0,
        Optional.empty(),
        lastGood,
        Optional.empty(),
        every,
        Optional.empty(),
        Optional.empty());
  }

  /** Whether the organisation has it, as far as is known. */
  public boolean entitled() {
    return !status.equals(Optional.of(Status.NOT_ENTITLED));
  }

  /** In one word; what the organisation does not have is as it should be. */
  public Health health(Instant now) {
    if (running) {
      return Health.SYNCING;
    }
    if (entitled() && failure.isPresent()) {
      return Health.FAILING;
    }
    return lastGood.isEmpty() && entitled() ? Health.NEW : late(now) ? Health.LATE : Health.HEALTHY;
  }

  /** Whether it should have been read long ago. */
  public boolean late(Instant now) {
    return entitled()
        && !running
        && nextRun.isPresent()
        && lastGood
            .filter(at -> at.plus(every.multipliedBy(2)).plus(every).isBefore(now))
            .isPresent();
  }

  DatasetState begun(Instant now) {
    return new DatasetState(
        dataset, true, 0, 0, Optional.of(now), lastGood, nextRun, every, status, failure);
  }

  /** It goes on with what was left. */
  DatasetState resumed(Instant now) {
    return new DatasetState(
        dataset, true, done, done, Optional.of(now), lastGood, nextRun, every, status, failure);
  }

  /** Steps that are known to be wanted and were not read. */
  int left() {
    return total - done;
  }

  DatasetState planned(int steps) {
    return with(done, total + steps);
  }

  DatasetState kept() {
    return with(done + 1, Math.max(total, done + 1));
  }

  private DatasetState with(int ready, int all) {
    return new DatasetState(
        dataset, running, ready, all, lastRun, lastGood, nextRun, every, status, failure);
  }

  DatasetState next(Optional<Instant> time) {
    return new DatasetState(
        dataset, running, done, total, lastRun, lastGood, time, every, status, failure);
  }

  DatasetState ended(Status how, Optional<Failure> why, Instant now) {
    boolean good = how == Status.OK;
    return new DatasetState(
        dataset,
        false,
        done,
        total,
        lastRun,
        good ? Optional.of(now) : lastGood,
        nextRun,
        every,
        Optional.of(how),
        good ? Optional.empty() : why);
  }

  /** It was not tried after all, or cut short: what was known of it holds. */
  DatasetState stopped() {
    return new DatasetState(
        dataset, false, 0, 0, lastRun, lastGood, nextRun, every, status, failure);
  }
}
