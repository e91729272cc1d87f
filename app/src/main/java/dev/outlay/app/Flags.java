package dev.outlay.app;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The options every command takes, as they were written. */
public record Flags(Optional<String> store, Optional<String> config, Optional<String> baseUrl) {
  public static final Flags NONE = new Flags(Optional.empty(), Optional.empty(), Optional.empty());

  Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    store.ifPresent(text -> settings.put(Settings.STORE.name(), text));
    baseUrl.ifPresent(text -> settings.put(Settings.BASE_URL.name(), text));
    return settings;
  }
}
