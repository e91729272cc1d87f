package dev.outlay.simulator.world;

import java.util.Arrays;
import java.util.Optional;

/** The nine dimensions of messages usage. */
public enum Dimension {
  ACCOUNT_ID(0),
  API_KEY_ID(1),
  CONTEXT_WINDOW(2),
  INFERENCE_GEO(3),
  MODEL(4),
  SERVICE_ACCOUNT_ID(5),
  SERVICE_TIER(6),
  SPEED(7),
  WORKSPACE_ID(8);

  private final int place;

  Dimension(int place) {
    this.place = place;
  }

  /** As on the wire. */
  public String wire() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  public static Optional<Dimension> named(String wire) {
    return Arrays.stream(values()).filter(dimension -> dimension.wire().equals(wire)).findFirst();
  }

  /** Its place in a row of values. */
  public int place() {
    return place;
  }
}
