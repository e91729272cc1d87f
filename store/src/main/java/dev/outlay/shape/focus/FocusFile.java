package dev.outlay.shape.focus;

import dev.outlay.table.Rows;
import java.io.IOException;

/** A data file being written; one thread at a time. */
interface FocusFile extends AutoCloseable {
  void add(Rows rows);

  /** The file is complete afterwards. */
  void end() throws IOException;

  /** Lets go of it, complete or not. */
  @Override
  void close() throws IOException;
}
