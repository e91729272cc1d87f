package dev.outlay.simulator.api;

import dev.outlay.simulator.world.Amendments;
import dev.outlay.simulator.world.CostRow;
import dev.outlay.simulator.world.Counts;
import dev.outlay.simulator.world.Lane;
import dev.outlay.simulator.world.Report;
import dev.outlay.simulator.world.Span;
import dev.outlay.simulator.world.Traffic;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The data behind the second generation: usage as it was at the last refresh, some of it a little
 * short until a week after the month's end.
 */
record Export(Call call, Report report, long refreshedAt) {
  private static final long EVERY = 4 * 3_600L;
  private static final long LAG = 3_600;
  private static final long DAY = 86_400;

  static Export of(Call call, Report report) {
    return new Export(call, report, Buckets.floor(call.now().getEpochSecond() - LAG, EVERY));
  }

  /** Counts of every lane over a stretch, side by side. */
  long[] counts(Range range) {
    Traffic traffic = call.organisation().traffic();
    int[] places = IntStream.range(0, traffic.lanes().size()).toArray();
    long[] sums = new long[places.length * Counts.WIDTH];
    for (Range day : range.until(refreshedAt).days()) {
      if (!amendments().isEmptied(report, Instant.ofEpochSecond(day.start()))) {
        long number = Math.floorDiv(day.start(), DAY);
        long[] counts = new long[sums.length];
        traffic.add(span(day, number), call.now(), places, counts);
        addRevised(counts, number, sums);
      }
    }
    return sums;
  }

  private Amendments amendments() {
    return call.organisation().amendments();
  }

  private Span span(Range day, long number) {
    int from = (int) (day.start() - number * DAY) / 60;
    return new Span(report, number, from, (int) ((day.end() - number * DAY + 59) / 60));
  }

  private void addRevised(long[] counts, long day, long[] sums) {
    boolean isFinal = isFinal(day);
    for (int i = 0; i < counts.length; i++) {
      boolean late = !isFinal && i / Counts.WIDTH % 16 == 3;
      sums[i] += late ? counts[i] * 97 / 100 : counts[i];
    }
  }

  private boolean isFinal(long day) {
    LocalDate nextMonth = LocalDate.ofEpochDay(day).withDayOfMonth(1).plusMonths(1);
    return !call.now().isBefore(nextMonth.plusDays(7).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  Iterable<Lane> lanes() {
    return call.organisation().traffic().lanes();
  }

  /** What is billed beside tokens and searches, of the whole days in a stretch. */
  List<CostRow> charges(Range range) {
    List<CostRow> charges = new ArrayList<>();
    for (Range day : range.until(refreshedAt).days()) {
      if (day.end() - day.start() == DAY
          && !amendments().isEmptied(report, Instant.ofEpochSecond(day.start()))) {
        charges.addAll(call.organisation().ledger().charges(Math.floorDiv(day.start(), DAY)));
      }
    }
    return charges;
  }
}
