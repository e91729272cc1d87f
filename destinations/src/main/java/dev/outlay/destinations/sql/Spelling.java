package dev.outlay.destinations.sql;

import java.time.Instant;
import java.time.LocalDate;

/** How names and constants are written. */
public interface Spelling {
  /** A name as it is written. */
  default String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A text as a constant. */
  default String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** An instant as a constant. */
  default String instant(Instant at) {
    return "TIMESTAMP WITH TIME ZONE '" + Times.utc(at) + "+00'";
  }

  /** A UTC day as a constant. */
  default String date(LocalDate day) {
    return "DATE '" + day + "'";
  }
}
