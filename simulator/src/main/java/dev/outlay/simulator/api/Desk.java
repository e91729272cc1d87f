package dev.outlay.simulator.api;

import dev.outlay.simulator.http.HttpDate;
import dev.outlay.simulator.http.Reply;
import dev.outlay.simulator.http.Request;
import dev.outlay.simulator.http.Responder;
import dev.outlay.simulator.world.Dice;
import dev.outlay.simulator.world.Organisation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Takes requests in: checks method, credential and version, finds the endpoint, words refusals. */
public final class Desk implements Responder {
  private static final String NEW_VERSION = "2026-10-21";

  private final Map<String, Organisation> keys;
  private final Map<String, Organisation> tokens;
  private final Policy policy;
  private final InstantSource clock;
  private final Dice dice;
  private final List<Route> routes = Routes.all();
  private final Throttle throttle = new Throttle();
  private final AtomicLong numbers = new AtomicLong();

  /** Admin keys and OAuth tokens say whose data an answer holds. */
  public Desk(
      Map<String, Organisation> keys,
      Map<String, Organisation> tokens,
      Policy policy,
      InstantSource clock,
      long seed) {
    this.keys = Map.copyOf(keys);
    this.tokens = Map.copyOf(tokens);
    this.policy = policy;
    this.clock = clock;
    this.dice = new Dice(seed);
  }

  @Override
  public Reply answer(Request request) {
    long number = numbers.incrementAndGet();
    Instant now = clock.instant();
    String id =
        "req_011" + Long.toString(dice.roll(number, 0, 0) >>> 1, 36).toUpperCase(Locale.ROOT);
    try {
      Call call = call(request, number, now);
      throttle.check(call);
      return headed(endpoint(call).answer(call), id, now)
          .withHeader("anthropic-organization-id", call.organisation().uuid());
    } catch (Refusal refusal) {
      Reply reply = headed(worded(refusal, id), id, now);
      long untilNextMinute = 60 - now.getEpochSecond() % 60;
      return refusal.status() == 429
          ? reply.withHeader("retry-after", String.valueOf(untilNextMinute))
          : reply;
    }
  }

  private static Reply headed(Reply reply, String id, Instant now) {
    return reply.withHeader("request-id", id).withHeader("date", HttpDate.of(now));
  }

  private Call call(Request request, long number, Instant now) {
    String credential = credential(request);
    Organisation organisation = keys.getOrDefault(credential, tokens.get(credential));
    if (organisation == null) {
      throw stranger(credential);
    }
    if (!request.method().equals("GET")) {
      throw new Refusal(405, "invalid_request_error", "Method Not Allowed");
    }
    boolean latest = isNewVersion(request);
    return new Call(
        request, organisation, tokens.containsKey(credential), latest, policy, now, number);
  }

  private static String credential(Request request) {
    String bearer = request.header("authorization").orElse("");
    return request
        .header("x-api-key")
        .orElseGet(() ->
            bearer.regionMatches(true, 0, "Bearer ", 0, 7) ? bearer.substring(7).strip() : "");
  }

  private static Refusal stranger(String credential) {
    boolean wrongKind = credential.startsWith("sk-ant-api");
    return wrongKind
        ? Refusal.forbidden("This endpoint requires an Admin API key.")
        : new Refusal(401, "authentication_error", "invalid x-api-key");
  }

  private static boolean isNewVersion(Request request) {
    String version =
        request
            .header("anthropic-version")
            .orElseThrow(() -> Refusal.invalid("anthropic-version: header is required"));
    if (!version.equals(NEW_VERSION) && !version.equals("2023-06-01")) {
      throw Refusal.invalid("anthropic-version: \"" + version + "\" is not a valid version");
    }
    return version.equals(NEW_VERSION);
  }

  private Endpoint endpoint(Call call) {
    Route route =
        routes.stream()
            .filter(r -> r.matches(call.request().path()))
            .findFirst()
            .orElseThrow(Refusal::notFound);
    if (route.oauthOnly() && !call.oauth()) {
      throw Refusal.forbidden("This endpoint requires an OAuth token with the org:admin scope.");
    }
    return route.endpoint();
  }

  private static Reply worded(Refusal refusal, String id) {
    return Json.reply(
        refusal.status(),
        json -> {
          json.writeStartObject();
          json.writeStringProperty("type", "error");
          json.writeObjectPropertyStart("error");
          json.writeStringProperty("type", refusal.type());
          json.writeStringProperty("message", String.valueOf(refusal.getMessage()));
          json.writeEndObject();
          if (refusal.carriesId()) {
            json.writeStringProperty("request_id", id);
          }
          json.writeEndObject();
        });
  }
}
