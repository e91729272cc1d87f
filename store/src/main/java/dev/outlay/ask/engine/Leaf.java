package dev.outlay.ask.engine;

import dev.outlay.ask.Measure;
import java.util.List;

/**
 * A measure that is no ratio, and where it is taken from.
 *
 * @param batch the query that has it
 * @param cells of the batch, whose sum it is
 * @param cents whether that are cents
 */
record Leaf(Measure measure, Batch batch, List<Cell> cells, boolean cents) {}
