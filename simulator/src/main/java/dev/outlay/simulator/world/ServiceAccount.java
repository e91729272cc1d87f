package dev.outlay.simulator.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An identity of a program. */
public record ServiceAccount(
    String id,
    String name,
    String role,
    Instant createdAt,
    String createdBy,
    @Nullable Instant archivedAt) {}
