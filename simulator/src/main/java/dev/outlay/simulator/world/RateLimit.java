package dev.outlay.simulator.world;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One group of limits of an organisation: limiter type to value. */
public record RateLimit(
    String id,
    String groupType,
    String groupId,
    @Nullable String displayName,
    @Nullable List<String> models,
    Map<String, Long> limits) {}
