package dev.outlay.server;

import dev.outlay.app.setting.Nearest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds the route of a request. */
final class Routes {
  /** A route and the texts of what varies in its path. */
  record Found(Endpoint endpoint, Map<String, String> path) {}

  private record Route(Endpoint endpoint, List<String> parts) {
    boolean fits(List<String> sent) {
      if (sent.size() != parts.size()) {
        return false;
      }
      for (int i = 0; i < parts.size(); i++) {
        if (!varies(parts.get(i)) && !parts.get(i).equals(sent.get(i))) {
          return false;
        }
      }
      return true;
    }

    Map<String, String> values(List<String> sent) {
      Map<String, String> values = new HashMap<>();
      for (int i = 0; i < parts.size(); i++) {
        String part = parts.get(i);
        if (varies(part)) {
          values.put(part.substring(1, part.length() - 1), sent.get(i));
        }
      }
      return values;
    }

    /** Its path with what was sent in the place of what varies. */
    String filled(List<String> sent) {
      return sent.size() != parts.size()
          ? endpoint.path()
          : IntStream.range(0, parts.size())
              .mapToObj(i -> varies(parts.get(i)) ? sent.get(i) : parts.get(i))
              .collect(Collectors.joining("/"));
    }

    long open() {
      return parts.stream().filter(Route::varies).count();
    }

    private static boolean varies(String part) {
      return part.startsWith("{");
    }
  }

  private final List<Route> routes;

  Routes(List<Endpoint> endpoints) {
    this.routes =
        endpoints.stream()
            .map(each -> new Route(each, List.of(each.path().split("/", -1))))
            .sorted(Comparator.comparingLong(Route::open))
            .toList();
    checkOnce(endpoints);
  }

  /** The route; Refusal 404 with the nearest path, or 405 with what the path takes. */
  Found find(Incoming request) {
    List<String> sent = Texts.segments(request.path());
    List<Route> here = routes.stream().filter(route -> route.fits(sent)).toList();
    if (here.isEmpty()) {
      throw missing(request.path(), sent);
    }
    String method = request.method().equals("HEAD") ? "GET" : request.method();
    return here.stream()
        .filter(route -> route.endpoint.method().name().equals(method))
        .findFirst()
        .map(route -> new Found(route.endpoint, route.values(sent)))
        .orElseThrow(() -> Refusal.method(request.method(), request.path(), allowed(here)));
  }

  private Refusal missing(String path, List<String> sent) {
    List<String> like = routes.stream().map(route -> route.filled(sent)).toList();
    return Refusal.missing(
        "there is no " + Texts.shortened(path), Nearest.to(path, like).orElse(""));
  }

  private static Set<String> allowed(List<Route> here) {
    Set<String> all = new TreeSet<>();
    for (Route route : here) {
      all.add(route.endpoint.method().name());
      if (route.endpoint.method() == Method.GET) {
        all.add("HEAD");
      }
    }
    return all;
  }

  private static void checkOnce(List<Endpoint> endpoints) {
    Set<String> seen = new HashSet<>();
    for (Endpoint each : endpoints) {
      if (!seen.add(each.method() + " " + each.path())) {
        throw new IllegalArgumentException("there are two of " + each.method() + " " + each.path());
      }
    }
  }
}
