package dev.outlay.admin;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How one organisation is reached.
 *
 * @param connection its name, for messages
 * @param key the Admin key, or an OAuth token with {@code org:admin}
 * @param baseUrl where the API is, without a path
 * @param version the {@code anthropic-version} header
 * @param patience how long the server may be silent, at connecting and between two bytes
 * @param attempts how often a request that failed in passing is tried
 * @param proxy through which to go, where one is set
 */
public record AdminSettings(
    String connection,
    ApiKey key,
    URI baseUrl,
    String version,
    Duration patience,
    int attempts,
    Optional<InetSocketAddress> proxy) {
  public static final URI ANTHROPIC = URI.create("https://api.anthropic.com");
  public static final String NEWEST_VERSION = "2026-10-21";

  /** The usual settings for a key. */
  public static AdminSettings of(String connection, ApiKey key) {
    return new AdminSettings(
        connection, key, ANTHROPIC, NEWEST_VERSION, Duration.ofSeconds(60), 5, Optional.empty());
  }

  public AdminSettings at(URI url) {
    return new AdminSettings(connection, key, url, version, patience, attempts, proxy);
  }
}
