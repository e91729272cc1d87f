package dev.outlay.server;

import dev.outlay.access.Caller;
import dev.outlay.app.setting.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;

/** Answers calls to the routes it was given. */
public final class Api {
  static final int LARGEST = 1 << 20;
  private static final long MOST_KEPT = 16 << 20;
  private static final int AT_ONCE = 600;
  private static final int A_SECOND = 100;
  private final Routes routes;
  private final Identify identify;
  private final Problems problems;
  private final Kept kept;
  private final Allowance allowance = new Allowance(AT_ONCE, A_SECOND, System::nanoTime);
  private final List<Endpoint> endpoints;

  /**
   * The routes of a server.
   *
   * @param endpoints all of them
   * @param identify says who asks
   * @param words what the exceptions of other packages mean
   * @param version of the store: answers of one version are the same
   */
  public Api(
      List<Endpoint> endpoints,
      Identify identify,
      List<Problems.Words> words,
      LongSupplier version) {
    this.endpoints = OpenApi.with(endpoints);
    this.routes = new Routes(this.endpoints);
    this.identify = identify;
    this.problems = new Problems(words);
    this.kept = new Kept(version, UUID.randomUUID().toString(), new AnswerCache(MOST_KEPT));
  }

  /** All routes, with the one that describes them. */
  public List<Endpoint> endpoints() {
    return endpoints;
  }

  /** The OpenAPI description of them. */
  public String description() {
    return OpenApi.text(endpoints);
  }

  Identify identify() {
    return identify;
  }

  Problems problems() {
    return problems;
  }

  /** The answer; whoever may not ask is told so before anything they sent is looked at. */
  Reply answer(Incoming request) {
    Routes.Found found = routes.find(request);
    Endpoint endpoint = found.endpoint();
    Optional<Caller> caller = identify.caller(request);
    Gate.check(endpoint.access(), caller);
    Map<String, Object> values = values(found, Texts.query(request.query()));
    Call call = new Call(endpoint, request, values, content(endpoint, request), caller);
    return kept.answer(call, () -> allowance.take(payer(call)));
  }

  private static String payer(Call call) {
    return call.whoever().map(Caller::name).orElse("") + " " + call.request().remote();
  }

  private static Map<String, Object> values(Routes.Found found, Map<String, String> query) {
    List<String> names =
        found.endpoint().parameters().stream()
            .filter(each -> !found.endpoint().inPath(each))
            .map(Parameter::name)
            .toList();
    for (String name : query.keySet()) {
      if (!names.contains(name) && strict(found.endpoint())) {
        throw Refusal.parameter(
            Texts.shortened(name), "is not known here", Nearest.to(name, names).orElse(""));
      }
    }
    Map<String, String> texts = new HashMap<>(query);
    texts.putAll(found.path());
    return parsed(found.endpoint(), texts);
  }

  /** Other services send browsers to the rest, and add what they like. */
  private static boolean strict(Endpoint endpoint) {
    return endpoint.path().startsWith("/api/");
  }

  private static Map<String, Object> parsed(Endpoint endpoint, Map<String, String> texts) {
    Map<String, Object> values = new HashMap<>();
    for (Parameter<?> each : endpoint.parameters()) {
      String text = texts.get(each.name());
      if (text != null && !(text.isEmpty() && !endpoint.inPath(each))) {
        Object value = each.value(text);
        values.put(each.name(), value);
      } else if (each.required()) {
        throw Refusal.parameter(each.name(), "is missing; it takes " + each.accepts(), "");
      }
    }
    return values;
  }

  private static Optional<Object> content(Endpoint endpoint, Incoming request) {
    return endpoint.body().map(type -> Json.read(body(request), type));
  }

  private static InputStream body(Incoming request) {
    String type = request.header("Content-Type").orElse("");
    if (!type.split(";")[0].strip().equalsIgnoreCase("application/json")) {
      throw Refusal.media(Texts.shortened(type));
    }
    try (InputStream in = request.body().get()) {
      byte[] all = in.readNBytes(LARGEST + 1);
      if (all.length > LARGEST) {
        throw Refusal.tooLarge(LARGEST);
      }
      return new java.io.ByteArrayInputStream(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
