package dev.outlay.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the rows of one result as they come. One thread at a time. */
public interface ResultSink {
  /** Called once, before the first row, also where there is none. */
  void columns(List<ResultColumn> columns);

  /** One row, its cells of the classes named at {@link ResultColumn}. */
  void row(@Nullable Object[] cells);
}
