package dev.outlay.sync;

import dev.outlay.dataset.Dataset;
import dev.outlay.table.Scope;
import dev.outlay.table.Series;
import dev.outlay.table.Span;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing to read next: a span of a series, or a whole list.
 *
 * @param dataset what it is of
 * @param series which line of it
 * @param span the time, where the dataset has one
 * @param scope the kept rows its answer stands for
 * @param settledBefore what was settled of the span before it is read
 */
public record Step(
    Dataset dataset, Series series, Optional<Span> span, Scope scope, Instant settledBefore) {}
