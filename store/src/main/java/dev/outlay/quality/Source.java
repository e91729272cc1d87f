package dev.outlay.quality;

import dev.outlay.table.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one dataset of one connection, at one width and cut where it has these.
 *
 * @param width 1m, 1h or 1d
 * @param cut the dimensions, comma-joined
 * @param filter what part of it is collected; empty for all
 * @param readTo up to when it is known
 * @param settledTo up to when it can no longer change
 * @param lastRun when it was last tried
 * @param lastGood when it was last read to the end
 * @param error what went wrong in the last run, in words
 * @param covered the spans that were read, oldest first
 * @param gaps what lies between them
 */
public record Source(
    String connection,
    String dataset,
    Optional<String> width,
    Optional<String> cut,
    Optional<String> filter,
    State state,
    Optional<Instant> readTo,
    Optional<Instant> settledTo,
    Optional<Instant> lastRun,
    Optional<Instant> lastGood,
    Optional<String> error,
    List<Span> covered,
    List<Span> gaps) {}
