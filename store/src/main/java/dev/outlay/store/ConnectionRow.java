package dev.outlay.store;

/**
 * A connection as the store knows it.
 *
 * @param id never changes
 * @param name unique; what the rows show
 * @param organizationId whose figures they are
 */
public record ConnectionRow(String id, String name, String organizationId) {}
