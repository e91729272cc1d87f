package dev.outlay.simulator.world;

/** Where inference ran; older models cannot say. */
public enum Geo {
  GLOBAL("global"),
  US("us"),
  NOT_AVAILABLE("not_available");

  private final String wire;

  Geo(String wire) {
    this.wire = wire;
  }

  /** As on the wire. */
  public String wire() {
    return wire;
  }
}
