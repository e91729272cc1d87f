package dev.outlay.shape.focus.check;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is wrong in one way in one column.
 *
 * @param rule its name
 * @param sentence what is wrong
 * @param column where, or empty
 * @param count of rows; 0 where it is about the file
 * @param rows the first of them, counted from 1 behind the heading
 */
public record Finding(String rule, String sentence, String column, long count, List<Long> rows) {
  /** On one line. */
  @Override
  public String toString() {
    return rule + (column.isEmpty() ? "" : " " + column) + ": " + sentence + where();
  }

  private String where() {
    if (count == 0) {
      return "";
    }
    String numbers = rows.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return "; %d %s: %s%s"
        .formatted(count, count == 1 ? "row" : "rows", numbers, count > rows.size() ? ", …" : "");
  }
}
