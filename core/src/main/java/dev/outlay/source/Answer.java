package dev.outlay.source;

import dev.outlay.table.Span;
import java.time.Instant;
import java.util.Optional;

/**
 * What a complete answer said besides its rows.
 *
 * @param covered the span the answer really speaks for; empty for lists
 * @param hasRows whether any row came
 * @param oldestRow the time of the oldest row, where rows have one
 * @param refreshedTo figures after it are incomplete, where the API says so
 */
public record Answer(
    Optional<Span> covered,
    boolean hasRows,
    Optional<Instant> oldestRow,
    Optional<Instant> refreshedTo) {}
