package dev.outlay.sync;

import dev.outlay.dataset.Width;
import dev.outlay.table.Span;

/**
 * What of a series should be known.
 *
 * @param width its buckets
 * @param target all that is wanted, from the look-back (or the asked start) to the end of the
 *     bucket that is open now (or the asked end)
 * @param exact whether the user named the start: then empty days do not end the walk back
 */
public record Want(Width width, Span target, boolean exact) {}
