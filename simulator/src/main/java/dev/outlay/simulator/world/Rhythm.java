package dev.outlay.simulator.world;

/**
 * When in a day usage happens. Shares are differences of running sums, so that the parts of any
 * whole add up to it exactly, whatever the parts' width.
 */
final class Rhythm {
  static final int DAY = 24 * 60;
  private static final int PROFILES = 16;
  private static final int[] OFFICE = {
    2, 1, 1, 1, 2, 4, 10, 28, 60, 88, 100, 92, 70, 90, 98, 94, 84, 66, 40, 22, 14, 9, 6, 4
  };
  private static final int[] WEEK = {1_000, 1_060, 1_090, 1_050, 900, 260, 210};

  private final long[][] hours = new long[PROFILES][];
  private final long[][] minutes = new long[PROFILES][];

  Rhythm(Dice dice) {
    for (int profile = 0; profile < PROFILES; profile++) {
      hours[profile] = running(dice, profile, 24, true);
      minutes[profile] = running(dice, profile + 100, 60, false);
    }
  }

  private static long[] running(Dice dice, int profile, int parts, boolean office) {
    long[] sums = new long[parts + 1];
    for (int part = 0; part < parts; part++) {
      int jitter = 40 + dice.below(120, profile, part, 0);
      sums[part + 1] =
          sums[part] + (office && profile % 4 != 3 ? (long) OFFICE[part] * jitter : jitter);
    }
    return sums;
  }

  /** Per mille of an ordinary Monday. */
  static int weekday(long day) {
    return WEEK[(int) Math.floorMod(day + 3, 7L)];
  }

  /** How much of a day's total has come by a minute of the day (0 to 1440). */
  long until(long total, long roll, int minute) {
    if (minute == DAY) {
      return total;
    }
    long[] hourly = hours[(int) (roll & (PROFILES - 1))];
    long[] shape = minutes[(int) ((roll >>> 8) + minute / 60 & (PROFILES - 1))];
    long before = total * hourly[minute / 60] / hourly[24];
    long after = total * hourly[minute / 60 + 1] / hourly[24];
    return before + (after - before) * shape[minute % 60] / shape[60];
  }
}
