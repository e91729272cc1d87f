package dev.outlay.server.api;

import dev.outlay.access.Secret;
import dev.outlay.server.Incoming;
import dev.outlay.server.Reply;
import java.time.Duration;
import java.util.Optional;

/**
 * What a browser keeps while somebody is signed in. No other site can make a browser send it; the
 * pages themselves need none to be opened, so that links from elsewhere work all the same. Over TLS
 * its name keeps other hosts of the same domain from setting it.
 */
final class SessionCookie {
  private static final String NAME = "outlay_session";

  private SessionCookie() {}

  static Optional<Secret> in(Incoming request) {
    return request.cookie(name(request)).filter(text -> !text.isEmpty()).map(Secret::new);
  }

  static Reply set(Reply reply, Incoming request, Secret session, Duration longest) {
    return reply
        .with("Set-Cookie", cookie(request, session.text(), longest))
        .with("Cache-Control", "no-store");
  }

  static Reply clear(Reply reply, Incoming request) {
    return reply.with("Set-Cookie", cookie(request, "", Duration.ZERO));
  }

  private static String cookie(Incoming request, String value, Duration longest) {
    return name(request)
        + "="
        + value
        + "; Path=/; Max-Age="
        + longest.toSeconds()
        + "; HttpOnly; SameSite=Strict"
        + (request.secure() ? "; Secure" : "");
  }

  private static String name(Incoming request) {
    return request.secure() ? "__Host-" + NAME : NAME;
  }
}
