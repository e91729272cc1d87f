package dev.outlay.simulator.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A monthly limit on spend, in whole cents. */
public record SpendLimit(
    String id, String scope, @Nullable String workspaceId, long cents, Instant createdAt) {}
