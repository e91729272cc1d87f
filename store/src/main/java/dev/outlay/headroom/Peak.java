package dev.outlay.headroom;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * The bucket in which use came nearest to the limit.
 *
 * @param time its start
 * @param width 1m, or 1h where minutes were not collected: then this is a mean, and the true peak
 *     minute may be higher
 * @param tokens all that counted in it
 * @param perMinute tokens a minute, by the width of the bucket, rounded to whole ones
 * @param limit what was allowed then
 * @param percent of that
 */
public record Peak(
    Instant time,
    String width,
    long tokens,
    long perMinute,
    long limit,
    Optional<BigDecimal> percent) {}
