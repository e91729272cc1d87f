package dev.outlay.admin;

import dev.outlay.dataset.Dataset.Budget;
import dev.outlay.failure.Attempt;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One {@code GET}.
 *
 * @param connection by name
 * @param subject the series it is for
 * @param span the time it is about, or empty
 * @param path without the query
 * @param query names and values; repeated names allowed
 * @param beta values of the {@code anthropic-beta} header
 * @param budget which allowance it draws on
 * @param optional whether an organisation without it is normal
 */
record Call(
    String connection,
    String subject,
    String span,
    String path,
    Map<String, List<String>> query,
    List<String> beta,
    Budget budget,
    boolean optional) {
  /** What to say when it fails. Never holds a cursor, which may be long. */
  Attempt attempt() {
    return Attempt.to("GET " + path, connection, subject).during(span);
  }

  /** This call with one parameter more, or another value of it. */
  Call with(String name, String value) {
    Map<String, List<String>> more = new LinkedHashMap<>(query);
    more.put(name, List.of(value));
    return new Call(connection, subject, span, path, more, beta, budget, optional);
  }

  URI on(URI server) {
    String text = server + path + (query.isEmpty() ? "" : "?" + queryText());
    return URI.create(text);
  }

  private String queryText() {
    return query.entrySet().stream()
        .flatMap(each -> each.getValue().stream().map(value -> pair(each.getKey(), value)))
        .collect(Collectors.joining("&"));
  }

  private static String pair(String name, String value) {
    return encoded(name) + "=" + encoded(value);
  }

  /** Text as it may stand in an address, in a path as well as in a query. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
