package dev.outlay.schedule;

import dev.outlay.dataset.Width;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;

/**
 * How often something is run. Turns are so spread that many jobs of one rhythm do not meet; a job
 * has the same turns every day.
 *
 * @param every the time between two turns
 * @param daily whether it has a turn more a day, just after six (UTC), when the figures of the day
 *     before are complete
 */
public record Rhythm(Duration every, boolean daily) {
  static final LocalTime SIX = LocalTime.of(6, 0);

  /** So long after six the daily turns may lie. */
  private static final Duration SPREAD = Duration.ofMinutes(5);

  /** The job's first turn after that time. */
  Instant after(Instant time, Job job) {
    Instant regular = regular(time, job);
    Instant six = daily ? daily(time, job) : regular;
    return six.isBefore(regular) ? six : regular;
  }

  private Instant regular(Instant time, Job job) {
    long period = every.toNanos();
    Duration place = Duration.ofNanos(job.place(period));
    Duration since = Duration.between(Instant.EPOCH.plus(place), time);
    return Instant.EPOCH.plus(place).plus(every.multipliedBy(since.dividedBy(every) + 1));
  }

  private Instant daily(Instant time, Job job) {
    Duration place = Duration.ofNanos(job.place(SPREAD.toNanos()));
    return Width.latest(SIX, time.minus(place)).plus(place).plus(Width.DAY);
  }
}
