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
 */
public record Checkpoint(Coverage coverage, Optional<Instant> earliest, Optional<Instant> readAt) {
  /** Nothing is known yet. */
  public static final Checkpoint START =
      new Checkpoint(Coverage.NONE, Optional.empty(), Optional.empty());

  /** This with one more span read, whose oldest row was at that time. */
  public Checkpoint covering(Covered read, Optional<Instant> oldestRow) {
    return new Checkpoint(coverage.with(read), earliest(oldestRow), Optional.of(read.readAt()));
  }

  /** This with the whole list read. */
  public Checkpoint readAt(Instant now) {
    return new Checkpoint(coverage, earliest, Optional.of(now));
  }

  private Optional<Instant> earliest(Optional<Instant> other) {
    return earliest.isPresent() && other.isPresent()
        ? Optional.of(Span.earlier(earliest.get(), other.get()))
        : earliest.or(() -> other);
  }
}
