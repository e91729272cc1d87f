package dev.outlay.server.api;

import dev.outlay.access.Denied;
import dev.outlay.access.door.Door;
import dev.outlay.access.door.Entered;
import dev.outlay.access.oidc.Attempt;
import dev.outlay.access.oidc.OidcRefused;
import dev.outlay.access.oidc.Returned;
import dev.outlay.access.oidc.SingleSignOn;
import dev.outlay.access.oidc.Trouble;
import dev.outlay.server.Access;
import dev.outlay.server.Call;
import dev.outlay.server.Endpoint;
import dev.outlay.server.Incoming;
import dev.outlay.server.Parameter;
import dev.outlay.server.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Signing in at another service: browsers go there and come back, and land on a page of ours. */
public record SingleSignOnApi(Door door, SingleSignOn service) {
  private static final String COOKIE = "outlay_oidc";
  private static final String BACK = "/auth/oidc/callback";
  private static final Duration UNDER_WAY = Duration.ofMinutes(15);
  private static final Parameter<String> TO =
      Parameter.text("to", "The page to go to afterwards; the first page without.");
  private static final Parameter<String> CODE =
      Parameter.text("code", "What the service gives, to be changed for who it is.");
  private static final Parameter<String> STATE = Parameter.text("state", "Which attempt it was.");
  private static final Parameter<String> ERROR = Parameter.text("error", "What went wrong there.");
  private static final Parameter<String> ISSUER = Parameter.text("iss", "Who answers.");

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/auth/oidc/start", Void.class)
            .says("Sends a browser to the sign-in service.")
            .takes(TO)
            .status(303)
            .access(Access.OPEN)
            .by(this::start),
        Endpoint.get(BACK, Void.class)
            .says("Where the sign-in service sends a browser back to.")
            .takes(CODE, STATE, ERROR, ISSUER)
            .status(303)
            .access(Access.OPEN)
            .by(this::back));
  }

  private Reply start(Call call) {
    try {
      SingleSignOn.Begun begun = service.begin(back(call.request()), call.get(TO, "/"));
      return to(begun.address().toString())
          .with("Set-Cookie", cookie(call.request(), begun.attempt().text(), UNDER_WAY));
    } catch (OidcRefused refused) {
      return failed(call, refused.trouble(), String.valueOf(refused.getMessage()));
    }
  }

  private Reply back(Call call) {
    Reply reply = landed(call);
    return reply.with("Set-Cookie", cookie(call.request(), "", Duration.ZERO));
  }

  private Reply landed(Call call) {
    Optional<Attempt> attempt = call.request().cookie(name(call.request())).flatMap(Attempt::of);
    Returned returned =
        new Returned(call.find(CODE), call.get(STATE, ""), call.find(ERROR), call.find(ISSUER));
    try {
      Entered entered =
          door.admit(
              service.finish(attempt, returned, back(call.request())), call.request().remote());
      return SessionCookie.set(
          to(attempt.map(Attempt::to).orElse("/")),
          call.request(),
          entered.session(),
          door.registers().sessions().lifetime().longest());
    } catch (OidcRefused refused) {
      return failed(call, refused.trouble(), String.valueOf(refused.getMessage()));
    } catch (Denied.NotAllowed _) {
      return page(Trouble.DISABLED);
    }
  }

  /** Whoever only plays with addresses does not fill the log. */
  private Reply failed(Call call, Trouble trouble, String detail) {
    try {
      door.failed("sign-in elsewhere: " + detail, call.request().remote());
      return page(trouble);
    } catch (Denied.TooSoon _) {
      return page(Trouble.TOO_SOON);
    }
  }

  private static Reply page(Trouble trouble) {
    return to("/sign-in?problem=" + trouble.word());
  }

  private static Reply to(String address) {
    return Reply.nothing().status(303).with("Location", address).with("Cache-Control", "no-store");
  }

  private static URI back(Incoming request) {
    return URI.create((request.secure() ? "https://" : "http://") + request.host() + BACK);
  }

  /** It has to come along when the other service sends the browser back. */
  private static String cookie(Incoming request, String value, Duration lasting) {
    return name(request)
        + "="
        + value
        + "; Path=/; Max-Age="
        + lasting.toSeconds()
        + "; HttpOnly; SameSite=Lax"
        + (request.secure() ? "; Secure" : "");
  }

  private static String name(Incoming request) {
    return request.secure() ? "__Host-" + COOKIE : COOKIE;
  }
}
