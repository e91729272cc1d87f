package dev.outlay.people;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One API key and what was done with it in a period.
 *
 * @param id empty for what is used without a key: Console and sign-in traffic
 * @param status as the API spells it; {@code unknown} for a key that only usage names, {@code
 *     deleted} for one that the directory no longer has, {@code none} without a key
 * @param hint the visible part of the key
 * @param workspace where it is valid; empty for the whole organisation
 * @param ageDays whole days since it was made
 * @param lastUsed the start of the last bucket with use, of all that is collected
 * @param lastUsedWidth of that bucket: within it the time is not known
 * @param tokens of all kinds in the period
 * @param cost USD in the period; empty where nothing of its use has a price
 * @param costIsEstimate whether any of it is tokens times prices rather than billed
 * @param costIsLowerBound whether the true cost may be higher: some of it has no certain price
 * @param unpricedTokens tokens without a price, which are in no cost
 * @param models used in the period, the most used first
 */
public record KeyUse(
    Optional<String> id,
    String name,
    String connection,
    String status,
    Optional<String> hint,
    Optional<Named> workspace,
    Optional<Owner> owner,
    Optional<Instant> createdAt,
    Optional<Instant> expiresAt,
    Optional<Long> ageDays,
    Optional<Instant> lastUsed,
    Optional<String> lastUsedWidth,
    long tokens,
    Optional<BigDecimal> cost,
    boolean costIsEstimate,
    boolean costIsLowerBound,
    long unpricedTokens,
    List<String> models) {}
