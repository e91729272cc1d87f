package dev.outlay.connection;

import java.net.URI;
import java.util.Optional;

/**
 * What somebody who adds a connection says.
 *
 * @param label what to call it; empty takes the organisation's name
 * @param key the Admin key as it was typed
 * @param url where its API is, where that is not the usual place
 * @param lookbackDays how far back to collect, in days
 */
public record Wish(Optional<String> label, String key, Optional<URI> url, int lookbackDays) {
  /** No key belongs into a message. */
  @Override
  public String toString() {
    return "a connection " + label.orElse("without a label");
  }
}
