package dev.outlay.server;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a proxy says about who asked it. Only proxies that are trusted are believed; from all others
 * the same headers mean nothing.
 *
 * @param trusted where trusted proxies are
 */
record Forwarding(Networks trusted) {
  private static final List<String> SIGNS =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host");

  /** Whether some proxy passed it on, trusted or not. */
  static boolean passedOn(Incoming request) {
    return SIGNS.stream().anyMatch(name -> request.header(name).isPresent());
  }

  /** The request as it came to the first of the trusted proxies. */
  Incoming undone(Incoming request) {
    if (trusted.isEmpty() || !trusted.has(request.remote()) || !passedOn(request)) {
      return request;
    }
    Map<String, String> last = said(request);
    return new Incoming(
        request.method(),
        request.path(),
        request.query(),
        request.headers(),
        last.getOrDefault("for", request.remote()),
        last.containsKey("proto") ? last.get("proto").equalsIgnoreCase("https") : request.secure(),
        last.getOrDefault("host", request.host()),
        request.at(),
        request.body());
  }

  private Map<String, String> said(Incoming request) {
    return request.header("Forwarded").map(this::standard).orElseGet(() -> usual(request));
  }

  /** {@code for=192.0.2.60;proto=https;host=example.com, for=…}: the last untrusted one. */
  private Map<String, String> standard(String header) {
    Map<String, String> found = new HashMap<>();
    for (String hop : List.of(header.split(",")).reversed()) {
      Map<String, String> parts = parts(hop);
      found.putAll(parts);
      if (!trusted.has(parts.getOrDefault("for", ""))) {
        break;
      }
    }
    return found;
  }

  private static Map<String, String> parts(String hop) {
    Map<String, String> parts = new HashMap<>();
    for (String pair : hop.split(";")) {
      String[] sides = pair.strip().split("=", 2);
      if (sides.length == 2) {
        String name = sides[0].toLowerCase(Locale.ROOT);
        String value = sides[1].replaceAll("^\"|\"$", "");
        parts.put(name, name.equals("for") ? bare(value) : value);
      }
    }
    return parts;
  }

  private Map<String, String> usual(Incoming request) {
    Map<String, String> found = new HashMap<>();
    request
        .header("X-Forwarded-For")
        .flatMap(this::lastUntrusted)
        .ifPresent(at -> found.put("for", at));
    request.header("X-Forwarded-Proto").ifPresent(proto -> found.put("proto", last(proto)));
    request.header("X-Forwarded-Host").ifPresent(host -> found.put("host", last(host)));
    return found;
  }

  private Optional<String> lastUntrusted(String header) {
    List<String> hops = Arrays.stream(header.split(",")).map(each -> bare(each.strip())).toList();
    return hops.reversed().stream()
        .filter(each -> !trusted.has(each))
        .findFirst()
        .or(() -> hops.stream().findFirst());
  }

  private static String last(String header) {
    return header.substring(header.lastIndexOf(',') + 1).strip();
  }

  /** Without a port. */
  private static String bare(String address) {
    return address.startsWith("[")
        ? address.replaceFirst("].*$", "").substring(1)
        : address.replaceFirst("^([0-9.]+):\\d+$", "$1");
  }
}
