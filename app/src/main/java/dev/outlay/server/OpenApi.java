package dev.outlay.server;

import static dev.outlay.server.Schemas.map;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.outlay.access.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The description of all routes as OpenAPI 3.1, made of nothing but their declarations. */
final class OpenApi {
  private static final String PATH = "/api/v1/openapi.json";
  private final Schemas schemas = new Schemas();

  private OpenApi() {}

  /** The routes, and the one that describes them all when somebody asks for it. */
  static List<Endpoint> with(List<Endpoint> routes) {
    List<Endpoint> all = new ArrayList<>(routes);
    Endpoint own =
        Endpoint.get(PATH, String.class)
            .says("This description.")
            .media("application/json")
            .access(Access.OPEN)
            .by(_ -> Reply.bytes("application/json", text(all).getBytes(UTF_8)));
    all.add(own);
    return List.copyOf(all);
  }

  /** The description as text, the same for the same routes. */
  static String text(List<Endpoint> routes) {
    return Json.pretty(new OpenApi().described(routes));
  }

  private Map<String, Object> described(List<Endpoint> routes) {
    Map<String, Map<String, Object>> paths = new TreeMap<>();
    routes.forEach(each ->
        paths
            .computeIfAbsent(each.path(), _ -> new LinkedHashMap<>())
            .put(each.method().name().toLowerCase(Locale.ROOT), operation(each)));
    Object problem = schemas.of(Problem.class);
    return map(
        "openapi",
        "3.1.0",
        "info",
        map(
            "title",
            "Outlay",
            "version",
            "1",
            "description",
            "What an organisation's Claude usage costs. Whole numbers are JSON numbers of up to 64"
                + " bits, decimals (money, ratios) are strings, times are RFC 3339 in UTC, what is"
                + " absent is left out."),
        "servers",
        List.of(Map.of("url", "/")),
        "paths",
        paths,
        "components",
        map(
            "responses",
            Map.of(
                "problem",
                map(
                    "description",
                    "What went wrong.",
                    "content",
                    Map.of("application/problem+json", Map.of("schema", problem)))),
            "schemas",
            schemas.definitions(),
            "securitySchemes",
            map(
                "session",
                map("type", "apiKey", "in", "cookie", "name", "outlay_session"),
                "token",
                map("type", "http", "scheme", "bearer"))));
  }

  private Map<String, Object> operation(Endpoint route) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("operationId", id(route));
    operation.put("tags", List.of(tag(route)));
    operation.put("summary", route.summary());
    if (!route.parameters().isEmpty()) {
      operation.put(
          "parameters", route.parameters().stream().map(p -> parameter(route, p)).toList());
    }
    route
        .body()
        .ifPresent(type ->
            operation.put(
                "requestBody",
                map("required", true, "content", content("application/json", schemas.of(type)))));
    operation.put("responses", responses(route));
    operation.put("security", security(route.access()));
    route.access().least().ifPresent(role -> operation.put("x-role", role(role)));
    operation.put("x-for-limited-viewers", route.access().limited());
    return operation;
  }

  private static Map<String, Object> parameter(Endpoint route, Parameter<?> parameter) {
    boolean inPath = route.inPath(parameter);
    Map<String, Object> described =
        map(
            "name",
            parameter.name(),
            "in",
            inPath ? "path" : "query",
            "required",
            inPath || parameter.required(),
            "description",
            parameter.meaning(),
            "schema",
            parameter.schema());
    parameter.example().ifPresent(text -> described.put("example", text));
    return described;
  }

  private Map<String, Object> responses(Endpoint route) {
    Map<String, Object> success = map("description", "What was asked for.");
    if (!route.media().isEmpty()) {
      Map<String, Object> content = new LinkedHashMap<>();
      route.media().forEach(type -> content.putAll(content(type, Map.of())));
      success.put("content", content);
    } else if (route.answer() != Void.class) {
      success.put("content", content("application/json", schemas.of(route.answer())));
    }
    return map(
        String.valueOf(route.status()),
        success,
        "default",
        Map.of("$ref", "#/components/responses/problem"));
  }

  private static Map<String, Object> content(String media, Map<String, Object> schema) {
    return Map.of(media, schema.isEmpty() ? Map.of() : Map.of("schema", schema));
  }

  private static List<Object> security(Access access) {
    return access.least().isEmpty()
        ? List.of()
        : List.of(Map.of("session", List.of()), Map.of("token", List.of()));
  }

  private static String role(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  /** {@code getConnectionsId} of {@code GET /api/v1/connections/{id}}. */
  private static String id(Endpoint route) {
    return words(route)
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining("", route.method().name().toLowerCase(Locale.ROOT), ""));
  }

  private static String tag(Endpoint route) {
    return words(route).findFirst().orElse("server");
  }

  private static Stream<String> words(Endpoint route) {
    return Arrays.stream(route.path().replaceFirst("^/api/v1", "").split("[^a-zA-Z0-9]+"))
        .filter(word -> !word.isEmpty());
  }
}
