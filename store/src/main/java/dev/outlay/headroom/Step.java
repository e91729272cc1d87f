package dev.outlay.headroom;

import java.time.Instant;
import java.util.Optional;

/**
 * The value of a limit from one time on.
 *
 * @param from when it was first seen so; limits are read now and then, so it may have changed
 *     somewhat earlier
 * @param value empty where there was no such limit any more
 */
public record Step(Instant from, Optional<Long> value) {}
