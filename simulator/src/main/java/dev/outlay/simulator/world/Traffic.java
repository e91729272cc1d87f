package dev.outlay.simulator.world;

import java.time.Instant;
import java.util.List;

/**
 * The one truth of usage: a day's totals of a lane, split downward over hours and minutes by exact
 * integer shares. Every width, grouping and report is a sum of it.
 */
public final class Traffic {
  /** Seconds after a minute's start until its figures are complete: ten minutes after its end. */
  private static final long RIPENING = 660;

  private final Dice dice;
  private final Rhythm rhythm;
  private final List<Lane> lanes;
  private final Amendments amendments;
  private final long since;

  Traffic(Dice dice, List<Lane> lanes, Amendments amendments, long since) {
    this.dice = dice;
    this.rhythm = new Rhythm(dice.forPurpose("rhythm"));
    this.lanes = lanes;
    this.amendments = amendments;
    this.since = since;
  }

  public List<Lane> lanes() {
    return lanes;
  }

  /** Adds what every chosen lane used in a part of a day, as far as it is known at {@code now}. */
  public void add(Span span, Instant now, int[] places, long[] into) {
    if (span.day() < since) {
      return;
    }
    Amendments.Day amended = amendments.on(span.report(), span.day());
    long[] totals = new long[Counts.WIDTH];
    for (Lane lane : lanes) {
      int place = places[lane.index()];
      if (place >= 0
          && lane.from() <= span.day()
          && span.day() < lane.to()
          && !amended.hides(lane)) {
        total(lane, span.day(), amended, totals);
        split(lane, span, now, totals, into, place * Counts.WIDTH);
      }
    }
  }

  private void total(Lane lane, long day, Amendments.Day amended, long[] totals) {
    long tokens = size(lane, day);
    long shape = dice.roll(lane.index(), 1, 0);
    totals[0] = amended.revised(tokens);
    totals[1] = amended.revised(tokens * (shape & 7) * (shape >>> 8 & 1) / 2);
    totals[2] = amended.revised(tokens * (shape >>> 12 & 7) / 16);
    totals[3] = amended.revised((shape >>> 16 & 3) == 0 ? tokens / 24 : 0);
    totals[4] = amended.revised(tokens * (20 + (shape >>> 20 & 63)) / 200);
    totals[Counts.WEB_SEARCHES] = amended.revised((shape >>> 28 & 3) == 0 ? tokens / 150_000 : 0);
    totals[Counts.REQUESTS] = amended.revised(1 + tokens / (1_500 + (shape >>> 32 & 4_095)));
  }

  /** Uncached input tokens of a day: size of the stream × growth × weekday × chance. */
  private long size(Lane lane, long day) {
    long scale = 1L << (16 + dice.below(7, lane.index() / 3, 2, 0));
    long base = scale + dice.below(1 << 16, lane.index(), 3, 0);
    long growth = 400 + Math.min(1_400, (day - since) * 600 / 365);
    long chance = 600L + dice.below(800, lane.index(), day, 4);
    return base * growth / 1_000 * Rhythm.weekday(day) / 1_000 * chance / 1_000;
  }

  private void split(Lane lane, Span span, Instant now, long[] totals, long[] into, int at) {
    long clock = now.getEpochSecond() - span.day() * 86_400;
    int ripe = Math.clamp(Math.floorDiv(clock - RIPENING, 60L) + 1, span.from(), span.to());
    if (span.isWholeDay() && ripe == span.to()) {
      for (int count = 0; count < totals.length; count++) {
        into[at + count] += totals[count];
      }
      return;
    }
    long roll = dice.roll(lane.index(), span.day(), 5);
    for (int count = 0; count < totals.length; count++) {
      into[at + count] +=
          rhythm.until(totals[count], roll, ripe) - rhythm.until(totals[count], roll, span.from());
      into[at + count] += ripening(totals[count], roll, ripe, span.to(), clock);
    }
  }

  /** The youngest minutes hold a share that grows with their age. */
  private long ripening(long total, long roll, int from, int to, long clock) {
    long sum = 0;
    for (int minute = from; minute < to && minute * 60L < clock; minute++) {
      long whole = rhythm.until(total, roll, minute + 1) - rhythm.until(total, roll, minute);
      sum += whole * (clock - minute * 60L) / RIPENING;
    }
    return sum;
  }
}
