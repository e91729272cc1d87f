package dev.outlay.simulator.world;

/** Standard or fast mode. */
public enum Speed {
  STANDARD("standard"),
  FAST("fast");

  private final String wire;

  Speed(String wire) {
    this.wire = wire;
  }

  /** As on the wire. */
  public String wire() {
    return wire;
  }
}
