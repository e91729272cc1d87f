package dev.outlay.headroom;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One limit and what was used of it.
 *
 * @param key names it for {@link Headroom#series}
 * @param scope {@code organization} or the id of a workspace
 * @param group the id of the limit's group
 * @param counts what counts against it, in words
 * @param value what was allowed at the end of the period; empty where the limit was gone by then
 * @param orgValue of a workspace's limit: what the organisation may
 * @param source {@code organization}, or for a workspace {@code own} or {@code inherited}
 * @param knownSince when the limit was first seen; before it is taken to have been the same
 * @param changes its values in the period, oldest first
 * @param measurable whether use is known
 * @param reason why not, where it is not
 * @param bucketWidth of the buckets that levels and series rest on
 * @param peak the bucket that came nearest; empty where there was no use
 * @param percentOfLast the highest use as a part of {@code value}: what it would be today
 * @param p50 of the buckets with use
 * @param p95 of the buckets with use
 * @param activeBuckets how many had use
 */
public record LimitUse(
    String key,
    String connection,
    String scope,
    String scopeName,
    String group,
    String groupType,
    String groupName,
    List<String> models,
    String limiter,
    String limiterTitle,
    String unit,
    String counts,
    Optional<Long> value,
    Optional<Long> orgValue,
    String source,
    Instant knownSince,
    List<Step> changes,
    boolean measurable,
    Optional<String> reason,
    Optional<String> bucketWidth,
    Optional<Peak> peak,
    Optional<BigDecimal> percentOfLast,
    Optional<Level> p50,
    Optional<Level> p95,
    long activeBuckets,
    List<Note> notes) {}
