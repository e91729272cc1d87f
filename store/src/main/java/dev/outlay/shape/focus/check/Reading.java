package dev.outlay.shape.focus.check;

import dev.outlay.store.ResultSink.ResultColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a file while it is read, cells as text. */
interface Reading {
  /** Called once, first; the types are empty in a file of text. */
  void heading(List<ResultColumn> columns);

  void row(List<@Nullable String> cells);
}
