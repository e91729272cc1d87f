package dev.outlay.schedule;

/**
 * What is run: one dataset of one connection.
 *
 * @param connection its {@code ref}
 * @param dataset by name
 */
public record Job(String connection, String dataset) {
  /** Where in a period of that many nanoseconds this job has its turn; always the same place. */
  long place(long period) {
    long hash = 0xcbf29ce484222325L;
    for (char each : (connection + "\n" + dataset).toCharArray()) {
      hash = (hash ^ each) * 0x100000001b3L;
    }
    return Math.floorMod(mixed(hash), period);
  }

  /** Names that differ in one letter must not lie side by side. */
  private static long mixed(long hash) {
    long once = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    long twice = (once ^ (once >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return twice ^ (twice >>> 33);
  }
}
