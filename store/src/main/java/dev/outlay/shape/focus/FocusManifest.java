package dev.outlay.shape.focus;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What lies beside a data file: what it is, and what a reader can check it by.
 *
 * @param version of FOCUS
 * @param data the name of the file, in the same folder
 * @param sha256 of the file, in hexadecimal
 * @param columns in order
 * @param billed the sum of BilledCost by currency, exact
 * @param from the start of the first day, where there are rows
 * @param to the end of the last
 * @param settledThrough the instant before which every row is final
 * @param daysNotCollected days of the period, of each connection, whose bill was never read
 * @param revision the store's newest load that any of it came with
 */
public record FocusManifest(
    String version,
    String data,
    String sha256,
    List<String> columns,
    long rows,
    Map<String, BigDecimal> billed,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<Instant> settledThrough,
    long daysNotCollected,
    Optional<Long> revision,
    Counts counts) {

  /**
   * Rows by what is known of them.
   *
   * @param measured whose quantity the usage report says
   * @param derived whose quantity is cost divided by price
   * @param withoutQuantity whose quantity is not known
   * @param withoutPrice whose price is not known
   * @param offPrice settled ones that were billed otherwise than measured quantity times price
   */
  public record Counts(
      long measured, long derived, long withoutQuantity, long withoutPrice, long offPrice) {}

  public FocusManifest {
    columns = List.copyOf(columns);
    billed = Map.copyOf(billed);
  }

  static FocusManifest of(FocusShape shape, String data, String sha256, FocusTally tally) {
    return new FocusManifest(
        shape.version().toString(),
        data,
        sha256,
        shape.table().columns().stream().map(column -> column.name()).toList(),
        tally.rows(),
        tally.billed(),
        tally.period().map(span -> span.start()),
        tally.period().map(span -> span.end()),
        tally.settledThrough(),
        tally.daysNotCollected(),
        tally.revision(),
        new Counts(
            tally.measured(),
            tally.derived(),
            tally.unknown(),
            tally.unpriced(),
            tally.offPrice()));
  }
}
