package dev.outlay.simulator.world;

/** The service tiers that occur. */
public enum Tier {
  STANDARD("standard"),
  BATCH("batch"),
  PRIORITY("priority");

  private final String wire;

  Tier(String wire) {
    this.wire = wire;
  }

  /** As on the wire. */
  public String wire() {
    return wire;
  }
}
