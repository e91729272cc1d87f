package dev.outlay.ask;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an ask. Counts are {@link Long} (or {@link java.math.BigInteger} beyond 64
 * bits), money and ratios {@link java.math.BigDecimal}, exact; null is unknown and never nought. A
 * group without a row in a bucket that was collected had nothing there.
 *
 * @param period the time that was asked about
 * @param compared the time it is compared with
 * @param version of the store; two answers of one version are the same while time stands still
 * @param settledThrough up to where figures do not change any more; empty where all may
 * @param columns time, dimensions and measures, in this order
 * @param rows by time, then in the order asked for; the rest behind the groups of its bucket
 * @param missing what was not collected of what was asked for, and is over
 */
public record Answer(
    Ask ask,
    Stretch period,
    Optional<Stretch> compared,
    long version,
    Optional<Instant> settledThrough,
    List<Column> columns,
    List<Row> rows,
    Totals totals,
    List<Missing> missing,
    List<Note> notes,
    List<Source> sources) {

  /** What a column holds. */
  public enum Kind {
    TIME,
    DIMENSION,
    MEASURE
  }

  /**
   * One column.
   *
   * @param dataset where a measure comes from
   */
  public record Column(
      String name,
      Kind kind,
      String title,
      Optional<Unit> unit,
      String meaning,
      Optional<String> formula,
      Optional<String> dataset) {}

  /**
   * One row.
   *
   * @param time the start of its bucket
   * @param groups one for each dimension; none on a row of the rest
   * @param values one for each measure
   * @param previous the same of the time compared with; empty without a comparison
   * @param provisional whether its values may still change
   * @param estimated whether a part of its cost is tokens times prices, for the bill is not there
   *     yet
   * @param others how many groups it stands for; 0 on a row of one group
   */
  public record Row(
      Optional<Instant> time,
      List<Group> groups,
      List<@Nullable Number> values,
      List<@Nullable Number> previous,
      boolean provisional,
      boolean estimated,
      int others) {
    public Row {
      groups = List.copyOf(groups);
      values = kept(values);
      previous = kept(previous);
    }
  }

  /**
   * Over all rows; of ratios and distinct counts, computed over the whole.
   *
   * @param partial whether something that was asked for is missing
   */
  public record Totals(
      List<@Nullable Number> values,
      List<@Nullable Number> previous,
      boolean partial,
      boolean estimated) {
    public Totals {
      values = kept(values);
      previous = kept(previous);
    }
  }

  /** A stretch that was not collected. */
  public record Missing(String connection, String dataset, Instant from, Instant to) {}

  /** What must be known to read the answer. */
  public record Note(String code, String text) {}

  /**
   * Where the values of a measure come from.
   *
   * @param width of the buckets read; empty where the dataset has one only
   * @param cut the dimensions they are grouped by; empty where there is one only
   * @param rows how many rows were added up
   */
  public record Source(
      String measure, String dataset, String width, String cut, long rows, boolean settled) {}

  public Answer {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    missing = List.copyOf(missing);
    notes = List.copyOf(notes);
    sources = List.copyOf(sources);
  }

  private static List<@Nullable Number> kept(List<@Nullable Number> values) {
    return Collections.unmodifiableList(new ArrayList<>(values));
  }
}
