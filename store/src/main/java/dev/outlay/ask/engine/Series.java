package dev.outlay.ask.engine;

import dev.outlay.ask.Data;
import dev.outlay.ask.Dimension;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Rows that may be added up: one dataset, and of those with several widths and cuts, one of each.
 *
 * @param width of its buckets; empty where the dataset has days only
 * @param cut the dimensions it is grouped by; empty where the dataset has one only
 */
record Series(Data data, String width, String cut) {
  private static final List<String> WIDTHS = List.of("1d", "1h", "1m");

  Duration length() {
    return switch (width) {
      case "1h" -> Duration.ofHours(1);
      case "1m" -> Duration.ofMinutes(1);
      default -> Duration.ofDays(1);
    };
  }

  /** 0 for the coarsest. */
  int fineness() {
    return Math.max(0, WIDTHS.indexOf(width));
  }

  List<String> grouping() {
    return cut.isEmpty() ? List.of() : Arrays.asList(cut.split(","));
  }

  /** Whether its rows tell values of the dimension apart. */
  boolean has(Dimension dimension) {
    Optional<String> column = dimension.column(data);
    return column.isPresent() && (isAlwaysThere(dimension) || holds(column.get()));
  }

  private boolean isAlwaysThere(Dimension dimension) {
    return dimension.naming().isOfTime()
        || dimension.name().equals("connection")
        || dimension.name().equals("currency");
  }

  boolean holds(String column) {
    return data.grouping(column).map(grouping()::contains).orElse(true);
  }

  /** Whether days that are no UTC days can be made of it. */
  boolean isOfUtcDays() {
    return length().equals(Duration.ofDays(1));
  }

  /** For people. */
  @Override
  public String toString() {
    return data.table()
        + (width.isEmpty() ? "" : " " + width)
        + (cut.isEmpty() ? "" : " by " + cut);
  }
}
