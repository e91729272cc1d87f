package dev.outlay.simulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One request: decoded path, query parameters in order, header names in lower case. */
public record Request(
    String method, String path, List<Parameter> query, Map<String, String> headers) {

  /** One decoded query parameter. */
  public record Parameter(String name, String value) {}

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The first value of a parameter. */
  public Optional<String> parameter(String name) {
    return query.stream().filter(p -> p.name().equals(name)).map(Parameter::value).findFirst();
  }

  /** The same request without some parameters. */
  public Request without(List<String> names) {
    return new Request(
        method, path, query.stream().filter(p -> !names.contains(p.name())).toList(), headers);
  }

  static Request of(String method, String target, Map<String, String> headers) {
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    return new Request(
        method, path, mark < 0 ? List.of() : parameters(target.substring(mark + 1)), headers);
  }

  private static List<Parameter> parameters(String query) {
    List<Parameter> parameters = new ArrayList<>();
    for (String pair : query.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        parameters.add(
            new Parameter(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1))));
      }
    }
    return List.copyOf(parameters);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
