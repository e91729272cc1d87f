package dev.outlay.ask.relation;

/**
 * DuckDB's SQL. Sums of whole numbers are 128 bits wide and sums of decimals keep their scale.
 * Constants prune row groups when a query is planned.
 */
public final class DuckDb extends StandardSql {
  @Override
  String seconds(String time) {
    return "(epoch_us(" + time + ") // 1000000)";
  }

  @Override
  String daySeconds(String day) {
    return "((" + day + " - DATE '1970-01-01') * 86400)";
  }

  @Override
  String quotient(String left, String right) {
    return "(" + left + " // " + right + ")";
  }
}
