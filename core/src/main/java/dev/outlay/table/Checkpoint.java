package dev.outlay.table;

import java.time.Instant;
import java.util.Optional;

/**
 * How far one series is known; all that the next step needs to go on. A plain value: who keeps it
 * (the store, a Kafka Connect offset) is not the step's business.
 *
 * @param coverage the spans that were read; empty for a series without time
 * @param earliest where the source's data begin, once 31 empty days in a row were met
 * @param readAt when it was last read completely
 */
public record Checkpoint(Coverage coverage, Optional<Instant> earliest, Optional<Instant> readAt) {
  /** Nothing is known yet. */
  public static final Checkpoint START =
      new Checkpoint(Coverage.NONE, Optional.empty(), Optional.empty());

  public Checkpoint covering(Covered read) {
    return new Checkpoint(coverage.with(read), earliest, Optional.of(read.readAt()));
  }

  public Checkpoint beginningAt(Instant first) {
    return new Checkpoint(coverage, Optional.of(first), readAt);
  }

  public Checkpoint readAt(Instant now) {
    return new Checkpoint(coverage, earliest, Optional.of(now));
  }
}
