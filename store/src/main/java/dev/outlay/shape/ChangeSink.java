package dev.outlay.shape;

import dev.outlay.table.Rows;

/** Takes changes in batches; what it throws passes through. */
public interface ChangeSink extends RowSink {
  /** Rows with the keys of these are gone. */
  void gone(Rows keys);
}
