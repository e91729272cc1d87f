package dev.outlay.connection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A connection as the store remembers it: one document, whose id is the connection's.
 *
 * @param label what people call it
 * @param organizationId whose key it is; never changes
 * @param sealedKey the key, sealed for this connection
 * @param shownKey what may be shown of it
 * @param baseUrl where its API is, where that is not the usual place
 * @param lookbackDays how far back it is collected
 * @param addedAt when (UTC)
 * @param rotated how often it got another key
 * @param removing whether it is being removed with its rows: nobody sees it any more
 */
record StoredConnection(
    String label,
    String organizationId,
    String sealedKey,
    String shownKey,
    @Nullable String baseUrl,
    int lookbackDays,
    Instant addedAt,
    int rotated,
    boolean removing) {
  static final String KIND = "connection";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static StoredConnection of(String text) {
    return JSON.readValue(text, StoredConnection.class);
  }

  String text() {
    return JSON.writeValueAsString(this);
  }

  StoredConnection called(String other) {
    return new StoredConnection(
        other,
        organizationId,
        sealedKey,
        shownKey,
        baseUrl,
        lookbackDays,
        addedAt,
        rotated,
        removing);
  }

  /** With the same key, sealed anew. */
  StoredConnection sealed(String key) {
    return with(key, shownKey, rotated);
  }

  StoredConnection rotatedTo(String key, String shown) {
    return with(key, shown, rotated + 1);
  }

  private StoredConnection with(String key, String shown, int times) {
    return new StoredConnection(
        label, organizationId, key, shown, baseUrl, lookbackDays, addedAt, times, removing);
  }

  StoredConnection going() {
    return new StoredConnection(
        label, organizationId, sealedKey, shownKey, baseUrl, lookbackDays, addedAt, rotated, true);
  }
}
