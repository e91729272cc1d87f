package dev.outlay.shape.elastic;

import static java.util.stream.Collectors.joining;

import dev.outlay.store.Literal;
import java.util.List;

/**
 * Rows of one bucketed table added up by some of its columns.
 *
 * @param from the rows, with every version
 * @param by expressions that tell the groups apart, with the start of the bucket first; each is a
 *     column
 * @param sums the columns added up, each with the type it has
 */
record Grouped(String from, List<String> by, List<Sum> sums) {
  record Sum(String column, String type) {}

  /** The groups among the rows for which the condition holds. */
  String sql(String where) {
    return "SELECT %s, max(bucket_end) AS bucket_end, %s FROM %s WHERE %s GROUP BY %s"
        .formatted(columns(), added(), from, where, columns());
  }

  /** The keys of all groups that any such row, also one that is no more, belongs to. */
  String keys(String where) {
    return "SELECT DISTINCT %s FROM %s WHERE %s".formatted(columns(), from, where);
  }

  /** Whether two rows are of one group. */
  String same(String one, String other) {
    return by.stream()
        .map(each -> one + "." + each + " IS NOT DISTINCT FROM " + other + "." + each)
        .collect(joining(" AND "));
  }

  static String of(String connection) {
    return "connection = " + Literal.of(connection);
  }

  private String columns() {
    return String.join(", ", by);
  }

  private String added() {
    return sums.stream()
        .map(each -> "sum(%1$s)::%2$s AS %1$s".formatted(each.column(), each.type()))
        .collect(joining(", "));
  }
}
