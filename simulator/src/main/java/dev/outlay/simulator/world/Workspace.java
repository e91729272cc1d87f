package dev.outlay.simulator.world;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A workspace; {@code usOnly} ones run inference in the United States by default. */
public record Workspace(
    String id,
    String name,
    Instant createdAt,
    @Nullable Instant archivedAt,
    String compartmentId,
    String color,
    boolean usOnly,
    @Nullable String externalKeyId,
    Map<String, String> tags) {}
