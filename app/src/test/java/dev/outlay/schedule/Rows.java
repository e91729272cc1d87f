package dev.outlay.schedule;

import dev.outlay.store.QueryLimits;
import dev.outlay.store.ResultSink;
import dev.outlay.store.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An answer as lines of text. */
final class Rows implements ResultSink {
  private final List<String> lines = new ArrayList<>();

  static List<String> of(Store store, String sql) {
    Rows rows = new Rows();
    store.query(sql, QueryLimits.DEFAULT, rows);
    return rows.lines;
  }

  @Override
  public void columns(List<ResultColumn> columns) {}

  @Override
  public void row(@Nullable Object[] cells) {
    lines.add(Arrays.stream(cells).map(String::valueOf).collect(Collectors.joining(" ")));
  }
}
