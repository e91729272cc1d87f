package dev.outlay.destinations.search;

import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure.KeepFailed;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what went wrong with one cluster; its own words may quote rows, and are not repeated. */
record SearchTrouble(String name) {
  static final String AGAIN = "Nothing is lost: the next run goes on where this one ended.";
  private static final String FULL = "cluster_block_exception";

  KeepFailed because(String tried, String came, String advice, Throwable... cause) {
    return new KeepFailed(Attempt.to(tried, name, ""), came, advice, cause);
  }

  KeepFailed over(String tried) {
    return because(tried, "the load is over", "Begin another.");
  }

  KeepFailed interrupted(String tried) {
    return because(tried, "it was interrupted", AGAIN);
  }

  KeepFailed answered(String tried, int status, Map<String, @Nullable Object> body) {
    String type = type(Json.at(body, "error"));
    String[] words = words(status, type);
    return because(tried, words[0], words[1]);
  }

  /** Whether waiting a little may help. */
  static boolean passes(int status, String type) {
    return (status == 429 || status == 502 || status == 503 || status == 504) && !type.equals(FULL);
  }

  static String type(@Nullable Object error) {
    return Json.at(error, "type") instanceof String type ? type : "";
  }

  static String[] words(int status, String type) {
    if (type.equals(FULL)) {
      return words(
          "the index is read-only, as it becomes when a disk there is full",
          "Make room there; then release it with index.blocks.read_only_allow_delete: null. "
              + AGAIN);
    }
    return switch (status) {
      case 401 ->
          words("it refused the login", "See user and password, or api_key, in the address.");
      case 403 ->
          words(
              "the user may not do that",
              "Grant create_index, manage, read and write on the indices, and"
                  + " manage_index_templates for data streams.");
      case 404 ->
          words("the index is gone", "Run again: it is made anew and everything comes again.");
      case 409 -> words("somebody else wrote the same rows at the same time", AGAIN);
      case 413 ->
          words("it takes no request as large as ours", "Raise http.max_content_length to 8mb.");
      case 429 -> words("it is busy and took no more", AGAIN);
      case 502, 503, 504 -> words("it is not ready", "See that the cluster is green. " + AGAIN);
      default ->
          words(
              "it answered with " + status + (type.isEmpty() ? "" : " " + type),
              "See its log. " + AGAIN);
    };
  }

  private static String[] words(String came, String advice) {
    return new String[] {came, advice};
  }
}
