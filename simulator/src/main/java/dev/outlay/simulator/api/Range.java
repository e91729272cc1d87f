package dev.outlay.simulator.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The time a second-generation report covers: one stretch, or buckets; epoch seconds. */
record Range(long start, long end, Optional<Long> width) {
  private static final long DAY = 86_400;
  private static final long LONGEST = 31 * DAY;
  private static final long EARLIEST = 20_454 * DAY;

  static Range of(Call call) {
    Optional<Long> width =
        call.query().choice("time_bucket_width", List.of("1d", "1h", "1m")).map(Range::seconds);
    long now = call.now().getEpochSecond();
    long starting = call.query().requiredInstant("starting_at").getEpochSecond();
    if (starting < EARLIEST || starting < now - 365 * DAY) {
      throw Refusal.invalid(
          "starting_at: must be within the last 365 days and not before 2026-01-01T00:00:00Z");
    }
    long ending =
        call.query()
            .instant("ending_at")
            .map(i -> i.getEpochSecond())
            .orElse(Math.min(now, starting + LONGEST));
    if (ending <= starting) {
      throw Refusal.badRange();
    }
    if (ending - starting > LONGEST) {
      throw Refusal.invalid("Invalid date range: at most 31 days");
    }
    long grain = width.orElse(3_600L);
    return new Range(
        Buckets.floor(starting, grain),
        width.isPresent() ? ending : Buckets.floor(ending, grain),
        width);
  }

  private static long seconds(String width) {
    return switch (width) {
      case "1d" -> DAY;
      case "1h" -> 3_600;
      default -> 60;
    };
  }

  /** The buckets, or the whole stretch as the only one. */
  List<Range> parts() {
    List<Range> parts = new ArrayList<>();
    long step = width.orElse(Math.max(1, end - start));
    for (long from = start; from < end; from += step) {
      parts.add(new Range(from, from + step, Optional.empty()));
    }
    return parts;
  }

  /** Cut at midnights. */
  List<Range> days() {
    List<Range> days = new ArrayList<>();
    for (long from = start; from < end; from = Buckets.floor(from, DAY) + DAY) {
      days.add(new Range(from, Math.min(end, Buckets.floor(from, DAY) + DAY), Optional.empty()));
    }
    return days;
  }

  Range until(long boundary) {
    return new Range(start, Math.max(start, Math.min(end, boundary)), Optional.empty());
  }
}
