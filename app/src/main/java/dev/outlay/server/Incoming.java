package dev.outlay.server;

import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A request as it came in.
 *
 * @param method as sent, in capitals
 * @param path as sent, not decoded
 * @param query as sent, or empty
 * @param headers the first value of a header, by its name in any case
 * @param remote the address of whoever asks, behind a trusted proxy too
 * @param secure whether it came over TLS, to us or to the proxy before us
 * @param host the name and port it was sent to
 * @param at when it came
 * @param body what it carries
 */
public record Incoming(
    String method,
    String path,
    String query,
    Function<String, Optional<String>> headers,
    String remote,
    boolean secure,
    String host,
    Instant at,
    Supplier<InputStream> body) {

  public Optional<String> header(String name) {
    return headers.apply(name);
  }

  /** The value of a cookie, as it stands. */
  public Optional<String> cookie(String name) {
    return header("Cookie").stream()
        .flatMap(all -> Arrays.stream(all.split(";")))
        .map(String::strip)
        .filter(each -> each.startsWith(name + "="))
        .map(each -> each.substring(name.length() + 1))
        .findFirst();
  }

  /** The token of {@code Authorization: Bearer …}. */
  public Optional<String> bearer() {
    return header("Authorization")
        .filter(text -> text.regionMatches(true, 0, "Bearer ", 0, 7))
        .map(text -> text.substring(7).strip());
  }

  /** The address within this server. */
  public String address() {
    return query.isEmpty() ? path : path + "?" + query;
  }
}
