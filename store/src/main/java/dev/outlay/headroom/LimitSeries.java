package dev.outlay.headroom;

import java.util.List;

/**
 * The use of one limit through time.
 *
 * @param bucketWidth of what it is made of: 1m or 1h
 * @param stretchSeconds how long each point stands for
 * @param points oldest first; a stretch that was not collected has none
 */
public record LimitSeries(
    LimitUse limit, String bucketWidth, long stretchSeconds, List<SeriesPoint> points) {}
