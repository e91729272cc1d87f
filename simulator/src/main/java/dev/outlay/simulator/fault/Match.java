package dev.outlay.simulator.fault;

import dev.outlay.simulator.http.Request;

/**
 * Which requests a fault meets: a path prefix, the {@code from}th to {@code to}th of those (from 1,
 * inclusive), by a chance in percent with a seed, and only with a cursor if asked.
 */
public record Match(String path, long from, long to, int percent, long seed, boolean withCursor) {

  public static Match every(String path) {
    return new Match(path, 1, Long.MAX_VALUE, 100, 0, false);
  }

  public Match requests(long first, long last) {
    return new Match(path, first, last, percent, seed, withCursor);
  }

  boolean concerns(Request request) {
    boolean cursor =
        request.parameter("page").isPresent() || request.parameter("after_id").isPresent();
    return request.path().startsWith(path) && (cursor || !withCursor);
  }

  /** Whether the {@code number}th request of concern is met. */
  boolean meets(long number) {
    long chance = Math.floorMod(((seed + number) * 0x9E3779B97F4A7C15L) >>> 33, 100L);
    return number >= from && number <= to && chance < percent;
  }
}
