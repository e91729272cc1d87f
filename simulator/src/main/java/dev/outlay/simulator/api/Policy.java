package dev.outlay.simulator.api;

/**
 * What the organisations are entitled to, and choices where the real API's behaviour is unknown.
 */
public record Policy(
    boolean spendLimits, boolean analytics, boolean costToday, boolean rateLimits) {}
