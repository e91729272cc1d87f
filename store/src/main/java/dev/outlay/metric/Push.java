package dev.outlay.metric;

import dev.outlay.table.Span;

/**
 * A receiver that metrics are pushed to. Repeating a push does no harm. Failures are {@link
 * dev.outlay.failure.Failure.KeepFailed} without what is secret. Safe for use by many threads.
 */
public interface Push extends AutoCloseable {
  /** Pushes what is known now, at the time it is now. */
  void push();

  /**
   * Pushes counters as they stood at the end of each settled day of the span, at that time.
   *
   * @return how many days
   */
  long backfill(History history, Span span);

  @Override
  void close();
}
