package dev.outlay.shape;

import dev.outlay.store.Answers;
import dev.outlay.store.ResultSink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one number of an answer; 0 where there is none. */
final class OneNumber implements ResultSink {
  private long value;

  static long of(Answers moment, String sql) {
    OneNumber number = new OneNumber();
    moment.query(sql, number);
    return number.value;
  }

  @Override
  public void columns(List<ResultColumn> columns) {
    // There is one.
  }

  @Override
  public void row(@Nullable Object[] cells) {
    value = cells[0] instanceof Long number ? number : 0;
  }
}
