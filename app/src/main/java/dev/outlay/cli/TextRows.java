package dev.outlay.cli;

import dev.outlay.store.Answers;
import dev.outlay.store.ResultSink;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small answers as text, where null is empty. */
record TextRows(Answers answers) {
  List<List<String>> rows(String sql) {
    List<List<String>> rows = new ArrayList<>();
    answers.query(
        sql,
        new ResultSink() {
          @Override
          public void columns(List<ResultColumn> columns) {}

          @Override
          public void row(@Nullable Object[] cells) {
            rows.add(Arrays.stream(cells).map(TextRows::text).toList());
          }
        });
    return rows;
  }

  private static String text(@Nullable Object cell) {
    return switch (cell) {
      case null -> "";
      case BigDecimal number -> number.toPlainString();
      default -> cell.toString();
    };
  }
}
