package dev.outlay.ask.engine;

import dev.outlay.ask.Measure;

/**
 * A measure that is no ratio, and where it is taken from.
 *
 * @param batch the query that has it
 * @param cell of the batch, which it is
 * @param cents whether that are cents
 */
record Leaf(Measure measure, Batch batch, Cell cell, boolean cents) {}
