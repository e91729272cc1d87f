package dev.outlay.shape;

import dev.outlay.table.Rows;

/** Takes rows in batches; what it throws passes through. */
@FunctionalInterface
public interface RowSink {
  void rows(Rows rows);
}
