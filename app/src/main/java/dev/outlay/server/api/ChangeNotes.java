package dev.outlay.server.api;

import dev.outlay.access.ChangeLog;
import dev.outlay.server.Call;
import dev.outlay.server.Endpoint;
import dev.outlay.server.Parameter;
import dev.outlay.server.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Tells the log of every change that went well, so that no resource has to think of it.
 *
 * @param log is told
 * @param named what people call the thing of an id; the id itself where it is not known
 */
public record ChangeNotes(ChangeLog log, UnaryOperator<String> named) {
  private static final Map<String, String> WORDS =
      Map.of(
          "POST /api/v1/connections", "added the connection ",
          "PATCH /api/v1/connections/{id}", "renamed the connection ",
          "DELETE /api/v1/connections/{id}", "removed the connection ",
          "POST /api/v1/connections/{id}/rotate", "rotated the key of the connection ",
          "POST /api/v1/connections/{id}/pause", "paused the connection ",
          "POST /api/v1/connections/{id}/resume", "resumed the connection ",
          "PUT /api/v1/dashboards/{id}", "saved the dashboard ",
          "DELETE /api/v1/dashboards/{id}", "removed the dashboard ");

  /** The same routes; those that change something tell. */
  public List<Endpoint> over(List<Endpoint> routes) {
    return routes.stream().map(this::over).toList();
  }

  private Endpoint over(Endpoint route) {
    return Optional.ofNullable(WORDS.get(route.method() + " " + route.path()))
        .map(words -> route.answeredBy(call -> told(route, call, words)))
        .orElse(route);
  }

  /** What it is called has to be asked before it is gone. */
  private Reply told(Endpoint route, Call call, String words) {
    Optional<String> before = id(route, call).map(named);
    Reply reply = route.handler().answer(call);
    log.changed(call.caller(), words + before.orElseGet(() -> made(reply)));
    return reply;
  }

  private static Optional<String> id(Endpoint route, Call call) {
    return route.parameters().stream()
        .filter(route::inPath)
        .map(Parameter::name)
        .map(call.values()::get)
        .map(String::valueOf)
        .findFirst();
  }

  private String made(Reply reply) {
    return reply.headers().stream()
        .filter(each -> each.name().equals("Location"))
        .map(each -> each.value().substring(each.value().lastIndexOf('/') + 1))
        .map(named)
        .findFirst()
        .orElse("");
  }
}
