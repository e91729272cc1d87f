package dev.outlay.simulator.world;

/** The two context windows; long ones hold more than 200k tokens. */
public enum Context {
  SHORT("0-200k"),
  LONG("200k-1M");

  private final String wire;

  Context(String wire) {
    this.wire = wire;
  }

  /** As on the wire. */
  public String wire() {
    return wire;
  }
}
