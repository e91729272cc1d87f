package dev.outlay.connection;

import dev.outlay.connection.ConnectionRefused.Why;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody who adds a connection says.
 *
 * @param label what to call it; empty takes the organisation's name
 * @param key the Admin key as it was typed
 * @param url where its API is, where that is not the usual place
 * @param lookbackDays how far back to collect, in days
 */
public record Wish(Optional<String> label, String key, Optional<URI> url, int lookbackDays) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * Where an API is, as somebody wrote it. A key never travels unencrypted, except on this machine.
   *
   * @throws ConnectionRefused where it is no such place
   */
  public static URI url(String text) {
    try {
      URI url = URI.create(text.replaceAll("/+$", ""));
      if (url.getHost() != null && (isSecure(url) || isHere(url))) {
        return url;
      }
    } catch (IllegalArgumentException _) {
      // Said below, like any other that does not fit.
    }
    throw new ConnectionRefused(
        Why.INVALID,
        "The base URL is one such as https://api.anthropic.com; the key would be open to all on the way to any other.");
  }

  private static boolean isSecure(URI url) {
    return "https".equals(url.getScheme());
  }

  private static boolean isHere(URI url) {
    return "http".equals(url.getScheme()) && LOOPBACK.contains(url.getHost());
  }

  /** No key belongs into a message. */
  @Override
  public String toString() {
    return "a connection " + label.orElse("without a label");
  }
}
