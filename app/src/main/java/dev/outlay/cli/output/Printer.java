package dev.outlay.cli.output;

import dev.outlay.store.ResultSink;

/** Writes one result in one format, as its rows come. */
interface Printer extends ResultSink, AutoCloseable {
  /** Called once, after the last row of a complete result. */
  void end();

  /** Gives up what was not ended; harmless otherwise. */
  @Override
  default void close() {}
}
