package dev.outlay.dataset;

import java.time.Instant;
import java.util.List;

/** What one request of a dataset is about. */
public sealed interface Window {
  /** The whole list as it is now. */
  record Snapshot() implements Window {}

  /** Every bucket of a span, empty ones included; {@code starting_at}, {@code ending_at}. */
  record Buckets(List<Width> widths) implements Window {}

  /** One UTC day a request; {@code starting_at} is that day. */
  record Days(Width width) implements Window {}

  /**
   * Rows of a span, only those that exist.
   *
   * @param width as which days are asked, its limit the longest span
   * @param notBefore where the data begin
   */
  record RowReport(Width width, Instant notBefore) implements Window {}

  /**
   * The whole list of each parent, once a day.
   *
   * @param parents the path that lists the parents
   * @param column the column that holds the parent's id
   */
  record EachOf(String parents, String column) implements Window {}

  /** Nothing is asked from before this. */
  default Instant beginning() {
    return this instanceof RowReport(_, var notBefore) ? notBefore : Instant.EPOCH;
  }

  /** The widths it can be read in; none where it has no time. */
  default List<Width> widths() {
    return switch (this) {
      case Buckets(var widths) -> widths;
      case Days(var width) -> List.of(width);
      case RowReport(var width, _) -> List.of(width);
      case Snapshot _, EachOf _ -> List.of();
    };
  }
}
