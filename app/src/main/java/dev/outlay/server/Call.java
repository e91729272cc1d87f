package dev.outlay.server;

import dev.outlay.access.Caller;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A request to one route, understood and allowed.
 *
 * @param endpoint the route
 * @param request as it came in
 * @param values of its parameters by name
 * @param content what was sent, as the record the route declares
 * @param whoever asks, where they are known
 */
public record Call(
    Endpoint endpoint,
    Incoming request,
    Map<String, Object> values,
    Optional<Object> content,
    Optional<Caller> whoever) {

  /** The value of an optional parameter. */
  @SuppressWarnings("unchecked") // it was parsed by this very parameter
  public <T> Optional<T> find(Parameter<T> parameter) {
    return Optional.ofNullable((T) values.get(parameter.name()));
  }

  public <T> T get(Parameter<T> parameter, T otherwise) {
    return find(parameter).orElse(otherwise);
  }

  /** The value of a parameter that has to be there. */
  public <T> T get(Parameter<T> parameter) {
    return find(parameter).orElseThrow(() -> Refusal.parameter(parameter.name(), "is missing", ""));
  }

  /** What was sent. */
  public <T> T body(Class<T> type) {
    return type.cast(content.orElseThrow(() -> Refusal.bad("nothing was sent")));
  }

  /** Who asks, on a route that is not open to everybody. */
  public Caller caller() {
    return whoever.orElseThrow(Refusal::signIn);
  }

  public Instant at() {
    return request.at();
  }
}
