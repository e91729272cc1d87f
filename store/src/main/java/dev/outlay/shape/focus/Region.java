package dev.outlay.shape.focus;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Inference geographies that are a place; global is none. */
final class Region {
  static final String US = "us";
  private static final Map<String, String> NAMES = Map.of(US, "United States");

  private Region() {}

  static @Nullable String id(@Nullable String geo) {
    return geo != null && NAMES.containsKey(geo) ? geo : null;
  }

  static @Nullable String name(@Nullable String geo) {
    return geo == null ? null : NAMES.get(geo);
  }
}
