package dev.outlay.testkit;

import dev.outlay.testkit.ScriptedApi.Reply;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Small bodies of the Admin API. */
final class Bodies {
  private Bodies() {}

  /** A bucket of a day of November 2026 with so many rows. */
  static String day(int day, int rows) {
    return "{%s,\"results\":%s}".formatted(times(day), results(day, rows));
  }

  /** The same with its own fields behind the items. */
  static String dayBackwards(int day, int rows) {
    return "{\"results\":%s,%s}".formatted(results(day, rows), times(day));
  }

  private static String times(int day) {
    return "\"starting_at\":\"2026-11-%02dT00:00:00Z\",\"ending_at\":\"2026-11-%02dT00:00:00Z\""
        .formatted(day, day + 1);
  }

  private static String results(int day, int rows) {
    return IntStream.range(0, rows)
        .mapToObj(row -> tokens("model-" + row, day * 1000L + row))
        .collect(Collectors.joining(",", "[", "]"));
  }

  static String tokens(String model, long output) {
    return """
    {"model":"%s","output_tokens":%d,"uncached_input_tokens":1,"cache_read_input_tokens":2,\
    "cache_creation":{"ephemeral_5m_input_tokens":3,"ephemeral_1h_input_tokens":4},\
    "server_tool_use":{"web_search_requests":5}}\
    """
        .formatted(model, output);
  }

  static String user(String id) {
    return "{\"id\":\"%s\",\"email\":\"%s@x.example\",\"type\":\"user\"}".formatted(id, id);
  }

  static String code(String actor) {
    return """
    {"date":"2026-11-19T00:00:00Z","actor":{"type":"user_actor","email_address":"%s"}}\
    """
        .formatted(actor);
  }

  static String account(String id) {
    return "{\"id\":\"%s\",\"name\":\"%s\"}".formatted(id, id);
  }

  /** A page of buckets or rows. */
  static Reply page(List<String> data, @Nullable String next) {
    return Reply.json(
        "{\"data\":[%s],\"has_more\":%s,\"next_page\":%s}"
            .formatted(String.join(",", data), next != null, quoted(next)));
  }

  /** A page without has_more. */
  static Reply token(List<String> data, @Nullable String next) {
    return Reply.json(
        "{\"data\":[%s],\"next_page\":%s}".formatted(String.join(",", data), quoted(next)));
  }

  /** A page of a list by id. */
  static Reply ids(List<String> data, @Nullable String last) {
    return Reply.json(
        "{\"data\":[%s],\"first_id\":null,\"has_more\":%s,\"last_id\":%s}"
            .formatted(String.join(",", data), last != null, quoted(last)));
  }

  private static String quoted(@Nullable String text) {
    return text == null ? "null" : '"' + text + '"';
  }
}
