package dev.outlay.ask.engine;

import dev.outlay.ask.Data;
import dev.outlay.ask.relation.Relation;

/** What a series is read from. */
enum Lines {
  /** Its rows, each a line. */
  ROWS,
  /** Sums of rows of an hour. */
  HOURS,
  /** Sums of rows of a UTC day. */
  DAYS;

  /** A column that says how many rows a line is made of. */
  static final String COUNT = "row_count";

  Relation scan(Data data, boolean history) {
    return switch (this) {
      case ROWS -> new Relation.Scan(history ? "history" : "", data.table());
      case HOURS -> new Relation.Scan("rollup", "usage_hours");
      case DAYS -> new Relation.Scan("rollup", "usage_days");
    };
  }
}
