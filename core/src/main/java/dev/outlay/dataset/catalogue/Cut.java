package dev.outlay.dataset.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The cuts of the usage report that come with names. The API groups by at most five dimensions a
 * request, so no one request carries all nine.
 */
public enum Cut {
  SPEND("api_key_id,context_window,model,service_tier,workspace_id"),
  PLACE("inference_geo,model,service_tier,speed,workspace_id"),
  WHO("account_id,api_key_id,model,service_account_id,workspace_id"),
  LIMITS("context_window,model,workspace_id");

  /** How many dimensions one request may name. */
  public static final int MOST = 5;

  private final String dimensions;

  Cut(String dimensions) {
    this.dimensions = dimensions;
  }

  /** Sorted. */
  public List<String> dimensions() {
    return List.of(dimensions.split(","));
  }

  /** The cut of that lower-case name. */
  public static Optional<Cut> named(String name) {
    return Arrays.stream(values())
        .filter(cut -> cut.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }
}
