package dev.outlay.simulator;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** What most tests need: a fixed Friday and a simulator without noise. */
final class Bench {
  static final Instant NOW = Instant.parse("2026-11-20T10:30:30Z");

  private Bench() {}

  static Settings settings() {
    return Settings.defaults().withClock(Clock.fixed(NOW, ZoneOffset.UTC)).withNoise(false);
  }
}
