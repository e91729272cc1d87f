package dev.outlay.simulator;

import dev.outlay.simulator.world.Size;
import java.time.Clock;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * How a simulator is set up. Organisation n (from 2 on) takes each key and token with {@code -n} at
 * its end. {@code since} is the first UTC day with usage; without it the size's history counts back
 * from the clock at the start. {@code noise} adds fields and enum members no documentation names.
 */
public record Settings(
    int port,
    long seed,
    Size size,
    InstantSource clock,
    Set<String> keys,
    Set<String> oauthTokens,
    int organizations,
    Optional<LocalDate> since,
    boolean noise,
    boolean costToday,
    boolean spendLimits,
    boolean analytics,
    boolean rateLimits) {

  public static final String KEY = "sk-ant-admin01-simulator";
  public static final String OAUTH_TOKEN = "sk-ant-oat01-simulator";

  /** Any free port, one demo-sized organisation, the system's clock, everything entitled. */
  public static Settings defaults() {
    return new Settings(
        0,
        42,
        Size.demo(),
        Clock.systemUTC(),
        Set.of(KEY),
        Set.of(OAUTH_TOKEN),
        1,
        Optional.empty(),
        true,
        false,
        true,
        true,
        false);
  }

  public Settings withPort(int number) {
    return new Settings(
        number,
        seed,
        size,
        clock,
        keys,
        oauthTokens,
        organizations,
        since,
        noise,
        costToday,
        spendLimits,
        analytics,
        rateLimits);
  }

  public Settings withSeed(long number) {
    return new Settings(
        port,
        number,
        size,
        clock,
        keys,
        oauthTokens,
        organizations,
        since,
        noise,
        costToday,
        spendLimits,
        analytics,
        rateLimits);
  }

  public Settings withSize(Size other) {
    return new Settings(
        port,
        seed,
        other,
        clock,
        keys,
        oauthTokens,
        organizations,
        since,
        noise,
        costToday,
        spendLimits,
        analytics,
        rateLimits);
  }

  public Settings withClock(InstantSource other) {
    return new Settings(
        port,
        seed,
        size,
        other,
        keys,
        oauthTokens,
        organizations,
        since,
        noise,
        costToday,
        spendLimits,
        analytics,
        rateLimits);
  }

  public Settings withKeys(Set<String> accepted) {
    return new Settings(
        port,
        seed,
        size,
        clock,
        accepted,
        oauthTokens,
        organizations,
        since,
        noise,
        costToday,
        spendLimits,
        analytics,
        rateLimits);
  }

  public Settings withOauthTokens(Set<String> accepted) {
    return new Settings(
        port,
        seed,
        size,
        clock,
        keys,
        accepted,
        organizations,
        since,
        noise,
        costToday,
        spendLimits,
        analytics,
        rateLimits);
  }

  public Settings withOrganizations(int number) {
    return new Settings(
        port,
        seed,
        size,
        clock,
        keys,
        oauthTokens,
        number,
        since,
        noise,
        costToday,
        spendLimits,
        analytics,
        rateLimits);
  }

  public Settings withSince(LocalDate day) {
    return new Settings(
        port,
        seed,
        size,
        clock,
        keys,
        oauthTokens,
        organizations,
        Optional.of(day),
        noise,
        costToday,
        spendLimits,
        analytics,
        rateLimits);
  }

  public Settings withNoise(boolean on) {
    return new Settings(
        port,
        seed,
        size,
        clock,
        keys,
        oauthTokens,
        organizations,
        since,
        on,
        costToday,
        spendLimits,
        analytics,
        rateLimits);
  }

  /** Whether the running UTC day is in the cost report. */
  public Settings withCostToday(boolean on) {
    return new Settings(
        port,
        seed,
        size,
        clock,
        keys,
        oauthTokens,
        organizations,
        since,
        noise,
        on,
        spendLimits,
        analytics,
        rateLimits);
  }

  public Settings withSpendLimits(boolean entitled) {
    return new Settings(
        port,
        seed,
        size,
        clock,
        keys,
        oauthTokens,
        organizations,
        since,
        noise,
        costToday,
        entitled,
        analytics,
        rateLimits);
  }

  public Settings withAnalytics(boolean entitled) {
    return new Settings(
        port,
        seed,
        size,
        clock,
        keys,
        oauthTokens,
        organizations,
        since,
        noise,
        costToday,
        spendLimits,
        entitled,
        rateLimits);
  }

  /** Whether spend limits and analytics allow 60 requests a minute only. */
  public Settings withRateLimits(boolean on) {
    return new Settings(
        port,
        seed,
        size,
        clock,
        keys,
        oauthTokens,
        organizations,
        since,
        noise,
        costToday,
        spendLimits,
        analytics,
        on);
  }
}
