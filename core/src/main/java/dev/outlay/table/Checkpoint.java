package dev.outlay.table;

import java.time.Instant;
import java.util.Optional;

/**
 * How far one series is known; all that the next step needs to go on. A plain value: who keeps it
 * (the store, a Kafka Connect offset) is not the step's business.
 *
 * @param coverage the spans that were read; empty for a series without time
 * @param earliest the time of the oldest row that ever came, where any did
 * @param readAt when it was last read completely
 * @param passed how far the changes of a store were passed on; empty for what comes from the API
 */
public record Checkpoint(
    Coverage coverage,
    Optional<Instant> earliest,
    Optional<Instant> readAt,
    Optional<Position> passed) {
  /** Nothing is known yet. */
  public static final Checkpoint START =
      new Checkpoint(Coverage.NONE, Optional.empty(), Optional.empty());

  /** One of rows that come from the API. */
  public Checkpoint(Coverage coverage, Optional<Instant> earliest, Optional<Instant> readAt) {
    this(coverage, earliest, readAt, Optional.empty());
  }

  /** This with the changes of a store passed on so far. */
  public Checkpoint at(Position position) {
    return new Checkpoint(coverage, earliest, readAt, Optional.of(position));
  }

  /** This with one more span read, whose oldest row was at that time. */
  public Checkpoint covering(Covered read, Optional<Instant> oldestRow) {
    return new Checkpoint(
        coverage.with(read), earliest(oldestRow), Optional.of(read.readAt()), passed);
  }

  /** This with the whole list read. */
  public Checkpoint readAt(Instant now) {
    return new Checkpoint(coverage, earliest, Optional.of(now), passed);
  }

  private Optional<Instant> earliest(Optional<Instant> other) {
    return earliest.isPresent() && other.isPresent()
        ? Optional.of(Span.earlier(earliest.get(), other.get()))
        : earliest.or(() -> other);
  }
}
