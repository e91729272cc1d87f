package dev.outlay.shape;

import dev.outlay.store.ResultSink;
import dev.outlay.table.Rows;
import dev.outlay.table.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of an answer, many at a time, as rows of a table with the same columns. */
public final class Batching implements ResultSink, AutoCloseable {
  private static final int MANY = 2_000;

  private final Table table;
  private final RowSink into;
  private List<@Nullable Object[]> waiting = new ArrayList<>();

  public Batching(Table table, RowSink into) {
    this.table = table;
    this.into = into;
  }

  @Override
  public void columns(List<ResultColumn> columns) {
    // The query was made of the table.
  }

  @Override
  public void row(@Nullable Object[] cells) {
    waiting.add(cells);
    if (waiting.size() == MANY) {
      close();
    }
  }

  /** Sends what is left. */
  @Override
  public void close() {
    if (!waiting.isEmpty()) {
      into.rows(new Rows(table, waiting));
      waiting = new ArrayList<>();
    }
  }
}
