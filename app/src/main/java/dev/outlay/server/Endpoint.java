package dev.outlay.server;

import dev.outlay.access.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One route: everything that is known about it, once. Routing, checking, the description and the
 * tests all come from here.
 *
 * @param method what is done
 * @param path with {@code {name}} for what varies; each has a parameter of that name
 * @param summary one line for people
 * @param parameters of path and query; others are refused
 * @param body the record it takes as JSON, where it takes one
 * @param answer the record it gives as JSON; Void for none
 * @param media what it may answer as besides; empty for JSON
 * @param status of its success
 * @param access who may call it
 * @param kept for answers made of the store's data alone: what they depend on besides the address,
 *     the caller's workspaces and the store's version, such as the period as resolved now. Such an
 *     answer has an ETag and is kept until the next commit
 * @param handler answers it
 */
public record Endpoint(
    Method method,
    String path,
    String summary,
    List<Parameter<?>> parameters,
    Optional<Class<?>> body,
    Class<?> answer,
    List<String> media,
    int status,
    Access access,
    Optional<Function<Call, String>> kept,
    Handler handler) {

  public Endpoint {
    parameters = List.copyOf(parameters);
    media = List.copyOf(media);
    for (String name : names(path)) {
      if (parameters.stream().noneMatch(each -> each.name().equals(name))) {
        throw new IllegalArgumentException(path + " has no parameter " + name);
      }
    }
  }

  /** The same route, answered by another. */
  public Endpoint answeredBy(Handler other) {
    return new Endpoint(
        method, path, summary, parameters, body, answer, media, status, access, kept, other);
  }

  /** What is declared so far. */
  public static final class Draft {
    private final Method method;
    private final String path;
    private final Class<?> answer;
    private String summary = "";
    private List<Parameter<?>> parameters = List.of();
    private Optional<Class<?>> body = Optional.empty();
    private List<String> media = List.of();
    private int status;
    private Access access = Access.of(Role.ADMIN);
    private Optional<Function<Call, String>> kept = Optional.empty();

    private Draft(Method method, String path, Class<?> answer) {
      this.method = method;
      this.path = path;
      this.answer = answer;
      this.status = answer == Void.class ? 204 : 200;
    }

    public Draft says(String text) {
      summary = text;
      return this;
    }

    public Draft takes(Parameter<?>... all) {
      parameters = Arrays.asList(all);
      return this;
    }

    public Draft takes(List<? extends Parameter<?>> all) {
      parameters = List.copyOf(all);
      return this;
    }

    public Draft body(Class<?> type) {
      body = Optional.of(type);
      return this;
    }

    /** It answers something else than JSON. */
    public Draft media(String... types) {
      media = List.of(types);
      return this;
    }

    public Draft status(int code) {
      status = code;
      return this;
    }

    /** Who may call it; without this only administrators. */
    public Draft access(Access who) {
      access = who;
      return this;
    }

    public Draft role(Role least) {
      return access(Access.of(least));
    }

    /** The answer depends on nothing but the address, the caller's workspaces and the store. */
    public Draft kept() {
      return kept(_ -> "");
    }

    public Draft kept(Function<Call, String> also) {
      kept = Optional.of(also);
      return this;
    }

    public Endpoint by(Handler handler) {
      return new Endpoint(
          method, path, summary, parameters, body, answer, media, status, access, kept, handler);
    }
  }

  public static Draft get(String path, Class<?> answer) {
    return new Draft(Method.GET, path, answer);
  }

  public static Draft post(String path, Class<?> answer) {
    return new Draft(Method.POST, path, answer);
  }

  public static Draft put(String path, Class<?> answer) {
    return new Draft(Method.PUT, path, answer);
  }

  public static Draft patch(String path, Class<?> answer) {
    return new Draft(Method.PATCH, path, answer);
  }

  public static Draft delete(String path, Class<?> answer) {
    return new Draft(Method.DELETE, path, answer);
  }

  /** Whether the parameter is part of the path. */
  public boolean inPath(Parameter<?> parameter) {
    return path.contains("{" + parameter.name() + "}");
  }

  private static List<String> names(String path) {
    return Arrays.stream(path.split("/"))
        .filter(part -> part.startsWith("{"))
        .map(part -> part.substring(1, part.length() - 1))
        .toList();
  }
}
