package dev.outlay.ask.relation;

/**
 * PostgreSQL's SQL, from version 14 on. Sums are of unbounded width and keep their scale. Unlike
 * DuckDB it divides whole numbers by {@code /} and counts days in 32 bits.
 */
public final class Postgres extends StandardSql {
  /** Cut, not cast: a cast to a whole number rounds. */
  @Override
  String seconds(String time) {
    return "CAST(floor(extract(epoch FROM " + time + ")) AS BIGINT)";
  }

  @Override
  String daySeconds(String day) {
    return "(CAST(" + day + " - DATE '1970-01-01' AS BIGINT) * 86400)";
  }

  @Override
  String quotient(String left, String right) {
    return "(" + left + " / " + right + ")";
  }
}
