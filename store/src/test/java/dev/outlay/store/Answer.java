package dev.outlay.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole answer, for tests. */
record Answer(List<ResultSink.ResultColumn> columns, List<List<@Nullable Object>> rows) {
  static Answer of(Store store, String sql) {
    return of(store, sql, QueryLimits.DEFAULT);
  }

  static Answer of(Store store, String sql, QueryLimits limits) {
    Answer answer = new Answer(new ArrayList<>(), new ArrayList<>());
    store.query(
        sql,
        limits,
        new ResultSink() {
          @Override
          public void columns(List<ResultColumn> columns) {
            answer.columns.addAll(columns);
          }

          @Override
          public void row(@Nullable Object[] cells) {
            answer.rows.add(Arrays.asList(cells));
          }
        });
    return answer;
  }

  /** The one cell of an answer of one row and column. */
  Object cell() {
    return java.util.Objects.requireNonNull(rows.getFirst().getFirst());
  }
}
