package dev.outlay.metric;

import dev.outlay.table.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Counters as they would have stood, had everything been known at once: for filling a receiver. */
public interface History {
  /** Takes what stood at the end of a day. */
  @FunctionalInterface
  interface Reader {
    void take(Instant end, List<MetricFamily> counters);
  }

  /** From the first day that is settled to the last; empty where none is. */
  Optional<Span> known();

  /**
   * Tells the counters at the end of each UTC day that is settled and ends within the span, the
   * first day first; the same days tell the same until they are revised. What the reader throws
   * passes through.
   */
  void read(Span span, Reader reader);
}
