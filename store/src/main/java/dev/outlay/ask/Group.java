package dev.outlay.ask;

import org.jspecify.annotations.Nullable;

/**
 * One value of a dimension.
 *
 * @param id as it is stored; null is a group too
 * @param name for people, never empty
 */
public record Group(@Nullable String id, String name) {}
