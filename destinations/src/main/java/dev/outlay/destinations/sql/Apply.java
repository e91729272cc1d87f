package dev.outlay.destinations.sql;

/** What the staged rows stand for. */
enum Apply {
  /** All rows of the scope. */
  FILL,
  /** Rows that are new or others now; the rest stays. */
  CHANGES
}
