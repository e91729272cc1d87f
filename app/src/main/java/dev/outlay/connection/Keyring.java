package dev.outlay.connection;

import dev.outlay.admin.AdminApi;
import dev.outlay.admin.AdminSettings;
import dev.outlay.admin.ApiKey;
import dev.outlay.admin.Line;
import dev.outlay.admin.Organization;
import dev.outlay.admin.Ticker;
import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure;
import dev.outlay.vault.Vault;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * What can be done with a key that somebody typed or the store has sealed.
 *
 * @param vault seals and opens
 * @param usual how the API is reached
 * @param line over which it is asked
 */
public record Keyring(Vault vault, Usual usual, Line line, InstantSource clock) {
  private static final String NAME = "the new connection";

  /**
   * Asks whose the key is and what it may read; keeps nothing.
   *
   * @throws Failure.Refused before any request where it is no Admin key
   */
  public KeyTest test(String key, Optional<URI> url) {
    return asking(settings(key, url), api -> KeyTest.of(api, clock.instant()));
  }

  /** The same for a connection there is. */
  public KeyTest test(Linked linked) {
    return asking(linked.reach().settings(), api -> KeyTest.of(api, clock.instant()));
  }

  /** Asks whose the key is. */
  Organization whose(String key, Optional<URI> url) {
    return asking(settings(key, url), AdminApi::whoAmI);
  }

  /** What may be shown of a key; Failure.Refused where it is no Admin key. */
  static String shown(String key) {
    return ApiKey.of(NAME, key).toString();
  }

  Linked.Reach reach(String id, StoredConnection stored) {
    return () -> usual.reaching(stored.label(), key(id, stored), url(stored));
  }

  static Optional<URI> url(StoredConnection stored) {
    return Optional.ofNullable(stored.baseUrl()).map(URI::create);
  }

  private ApiKey key(String id, StoredConnection stored) {
    try {
      return ApiKey.of(stored.label(), vault.open(id, stored.sealedKey()));
    } catch (Vault.Locked locked) {
      throw new Failure.Refused(
          Attempt.to("opening the key", stored.label(), ""),
          String.valueOf(locked.getMessage()),
          "Set OUTLAY_SECRET_KEY (or restore the key file) as it was when the key was added, or"
              + " rotate the key of this connection.");
    }
  }

  private AdminSettings settings(String key, Optional<URI> url) {
    return usual.reaching(NAME, ApiKey.of(NAME, key), url);
  }

  private <T> T asking(AdminSettings settings, Function<AdminApi, T> question) {
    try (AdminApi api = AdminApi.on(line, settings, usual.selection(), clock, Ticker.SYSTEM)) {
      return question.apply(api);
    }
  }
}
