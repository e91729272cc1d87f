package dev.outlay.sync;

/**
 * One organisation's place in a store.
 *
 * @param id immutable; rows and checkpoints are kept under it
 * @param name what people call it; may change
 */
public record Connection(String id, String name) {}
