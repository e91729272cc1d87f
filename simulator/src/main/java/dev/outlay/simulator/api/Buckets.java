package dev.outlay.simulator.api;

import java.util.Optional;

/**
 * The buckets of one answer in epoch seconds: a page of those from {@code start} to {@code end}.
 */
record Buckets(long start, long end, long width, int limit, long end0) {

  static Buckets page(Call call, long width, long start, long end, int limit) {
    long from = Cursor.in(call).map(Cursor::position).orElse(start);
    long to = Math.min(Math.max(from, end), from + width * limit);
    return new Buckets(from, to, width, limit, end);
  }

  Optional<String> next(Call call) {
    return end < end0 ? Optional.of(Cursor.next(call, end, 0)) : Optional.empty();
  }

  static long floor(long second, long width) {
    return Math.floorDiv(second, width) * width;
  }

  static long ceil(long second, long width) {
    return floor(second + width - 1, width);
  }
}
