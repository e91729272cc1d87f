package dev.outlay.shape.focus;

import dev.outlay.table.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is counted while rows go by. One thread at a time. */
public final class FocusTally {
  private final Map<String, BigDecimal> billed = new TreeMap<>();
  private final Map<Quantity.Source, Long> sources = new EnumMap<>(Quantity.Source.class);
  private long rows;
  private long unpriced;
  private long offPrice;
  private long missing;
  private @Nullable Long revision;
  private @Nullable Instant first;
  private @Nullable Instant end;
  private @Nullable Instant unsettled;

  void revision(long load) {
    revision = load;
  }

  void missing(long days) {
    missing = days;
  }

  void add(Priced line) {
    Charge charge = line.charge();
    rows++;
    billed.merge(String.valueOf(charge.currency()), charge.billed(), BigDecimal::add);
    sources.merge(line.quantity().source(), 1L, Long::sum);
    unpriced += line.rated().isEmpty() ? 1 : 0;
    offPrice += line.isOffPrice() ? 1 : 0;
    first = first == null ? charge.from() : first;
    end = end == null || charge.to().isAfter(end) ? charge.to() : end;
    unsettled = unsettled == null && !charge.settled() ? charge.from() : unsettled;
  }

  public long rows() {
    return rows;
  }

  /** The sum of what was billed, by currency, exact. */
  public Map<String, BigDecimal> billed() {
    return Collections.unmodifiableMap(billed);
  }

  /** Rows whose quantity the usage report says. */
  public long measured() {
    return sources.getOrDefault(Quantity.Source.MEASURED, 0L);
  }

  /** Rows whose quantity is cost divided by price. */
  public long derived() {
    return sources.getOrDefault(Quantity.Source.DERIVED, 0L);
  }

  /** Rows without quantity. */
  public long unknown() {
    return sources.getOrDefault(Quantity.Source.UNKNOWN, 0L);
  }

  /** Rows without a known price. */
  public long unpriced() {
    return unpriced;
  }

  /** Settled rows that were billed otherwise than measured quantity times known price. */
  public long offPrice() {
    return offPrice;
  }

  /** Days whose bill was never read, of each connection. */
  public long daysNotCollected() {
    return missing;
  }

  /** The store's newest load that any of the data came with. */
  public Optional<Long> revision() {
    return Optional.ofNullable(revision);
  }

  /** The days that have rows. */
  public Optional<Span> period() {
    return first == null || end == null ? Optional.empty() : Optional.of(new Span(first, end));
  }

  /** The instant before which every row is final. */
  public Optional<Instant> settledThrough() {
    return Optional.ofNullable(unsettled == null ? end : unsettled);
  }
}
