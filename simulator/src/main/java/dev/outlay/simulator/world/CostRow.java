package dev.outlay.simulator.world;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One row of a day's cost; {@code cents} exact, everything not grouped or not known is null. */
public record CostRow(
    @Nullable String workspaceId,
    @Nullable String description,
    @Nullable String costType,
    @Nullable Cell cell,
    @Nullable TokenKind kind,
    BigDecimal cents) {}
