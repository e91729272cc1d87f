package dev.outlay.server;

import java.net.URI;
import java.util.Set;
import java.util.function.Function;

/** What is kept out before anybody looks at it: strange hosts, and writes from other sites. */
final class Walls {
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
  private final boolean loopback;
  private final Function<Incoming, Reply> behind;

  Walls(Address address, Function<Incoming, Reply> behind) {
    this.loopback = address.isLoopback();
    this.behind = behind;
  }

  Reply pass(Incoming request) {
    if (loopback) {
      checkHost(request);
    }
    if (!READS.contains(request.method())) {
      checkOrigin(request);
    }
    return behind.apply(request);
  }

  /** A page elsewhere can point a name of its own at this machine, and would then read along. */
  private static void checkHost(Incoming request) {
    String name = request.host().replaceFirst(":\\d*$", "");
    if (!OWN_NAMES.contains(name)) {
      throw Refusal.forbidden(
          "the host " + Texts.shortened(name) + " is not this machine's",
          "Use http://localhost, or a proxy that sends a name of this machine.");
    }
  }

  /** Browsers say where a request comes from; other programs do not, and carry no cookies. */
  private static void checkOrigin(Incoming request) {
    boolean elsewhere =
        request
                .header("Sec-Fetch-Site")
                .filter(site -> !site.equals("same-origin") && !site.equals("none"))
                .isPresent()
            || request.header("Origin").filter(origin -> !isOwn(origin, request)).isPresent();
    if (elsewhere) {
      throw Refusal.forbidden(
          "a page of another site asked for this", "Open Outlay's own pages and do it there.");
    }
  }

  private static boolean isOwn(String origin, Incoming request) {
    try {
      return request.host().equalsIgnoreCase(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
