package dev.outlay.simulator.world;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a test did to the figures after the fact; thread-safe. */
public final class Amendments {
  private final List<Revision> revisions = new CopyOnWriteArrayList<>();
  private final List<Vanished> vanished = new CopyOnWriteArrayList<>();
  private final List<Emptied> emptied = new CopyOnWriteArrayList<>();

  /** One day's figures become {@code percent} of what they were; repeated revisions multiply. */
  public void revise(Report report, LocalDate day, int percent) {
    revisions.add(new Revision(report, day.toEpochDay(), percent));
  }

  /** Rows of one key, workspace, account, service account or model are gone from a day. */
  public void vanish(Report report, LocalDate day, String id) {
    vanished.add(new Vanished(report, day.toEpochDay(), id));
  }

  /** Buckets that begin in a half-open range have no rows. */
  public void empty(Report report, Instant from, Instant to) {
    emptied.add(new Emptied(report, from, to));
  }

  public void clear() {
    revisions.clear();
    vanished.clear();
    emptied.clear();
  }

  public boolean isEmptied(Report report, Instant bucket) {
    return emptied.stream().anyMatch(range -> range.covers(report, bucket));
  }

  /** What applies to one day of one report, looked up once for all its lanes. */
  public Day on(Report report, long day) {
    return new Day(
        revisions.stream()
            .filter(r -> r.report == report && r.day == day)
            .map(Revision::percent)
            .toList(),
        vanished.stream()
            .filter(v -> v.report == report && v.day == day)
            .map(Vanished::id)
            .toList());
  }

  /** The amendments of one day. */
  public record Day(List<Integer> percents, List<String> gone) {

    public boolean hides(Lane lane) {
      return !gone.isEmpty() && gone.stream().anyMatch(lane::names);
    }

    public boolean hides(String id) {
      return gone.contains(id);
    }

    /** One count after all revisions, rounded down. */
    public long revised(long count) {
      long result = count;
      for (int percent : percents) {
        result = result * percent / 100;
      }
      return result;
    }
  }

  private record Revision(Report report, long day, int percent) {}

  private record Vanished(Report report, long day, String id) {}

  private record Emptied(Report report, Instant from, Instant to) {
    boolean covers(Report asked, Instant bucket) {
      return report == asked && !bucket.isBefore(from) && bucket.isBefore(to);
    }
  }
}
