package dev.outlay.server;

import java.net.URI;
import java.util.Set;
import java.util.function.Function;

/** What is kept out before anybody looks at it: strange hosts, and writes from other sites. */
final class Walls {
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");
  private final boolean loopback;
  private final boolean signIn;
  private final Function<Incoming, Reply> behind;

  Walls(boolean loopback, boolean signIn, Function<Incoming, Reply> behind) {
    this.loopback = loopback;
    this.signIn = signIn;
    this.behind = behind;
  }

  Reply pass(Incoming request) {
    if (loopback && !signIn) {
      checkDirect(request);
    }
    if (loopback && !Forwarding.passedOn(request)) {
      checkHost(request);
    }
    if (!READS.contains(request.method())) {
      checkOrigin(request);
    }
    return behind.apply(request);
  }

  /** Whoever comes through a proxy does not sit at this machine. */
  private static void checkDirect(Incoming request) {
    if (Forwarding.passedOn(request)) {
      throw Refusal.forbidden(
          "a proxy passed this on, and nobody can sign in here",
          "Set up sign-in, and name the proxy in trusted_proxies.");
    }
  }

  /** A page elsewhere can point a name of its own at this machine, and would then read along. */
  private static void checkHost(Incoming request) {
    String name = request.host().replaceFirst(":\\d*$", "");
    if (!OWN_NAMES.contains(name)) {
      throw Refusal.forbidden(
          "the host " + Texts.shortened(name) + " is not this machine's",
          "Use http://localhost, or a proxy that says it is one.");
    }
  }

  /** Browsers say where a request comes from; other programs do not, and carry no cookies. */
  private static void checkOrigin(Incoming request) {
    boolean otherSite =
        request.header("Sec-Fetch-Site").filter(site -> !OWN_SITES.contains(site)).isPresent();
    boolean otherOrigin =
        request.header("Origin").filter(origin -> !isOwn(origin, request)).isPresent();
    if (otherSite || otherOrigin) {
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
