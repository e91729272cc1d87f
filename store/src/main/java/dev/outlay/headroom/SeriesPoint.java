package dev.outlay.headroom;

import java.time.Instant;
import java.util.Optional;

/**
 * The highest use of a stretch of time, never a mean over several buckets.
 *
 * @param time its start
 * @param perMinute tokens a minute
 * @param cacheReadPerMinute the highest rate of cache reads, which most limits do not count
 * @param limit what was allowed at its start; empty where there was no such limit
 */
public record SeriesPoint(
    Instant time, long perMinute, long cacheReadPerMinute, Optional<Long> limit) {}
