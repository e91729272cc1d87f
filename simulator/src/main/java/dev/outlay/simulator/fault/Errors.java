package dev.outlay.simulator.fault;

import java.util.Map;

/** Error answers as the API words them, by status. */
public final class Errors {
  static final String REQUEST_ID = "req_011CSHoEeqs5C35K2UUqR7Fy";
  private static final Map<Integer, String> TYPES =
      Map.ofEntries(
          Map.entry(400, "invalid_request_error|The request was invalid."),
          Map.entry(401, "authentication_error|invalid x-api-key"),
          Map.entry(402, "billing_error|Your organization has a billing problem."),
          Map.entry(
              403,
              "permission_error|Your API key does not have permission to use the specified resource."),
          Map.entry(404, "not_found_error|The requested resource could not be found."),
          Map.entry(
              410,
              "invalid_request_error|The page cursor is no longer valid. Restart pagination from the first page."),
          Map.entry(
              429,
              "rate_limit_error|This request would exceed the rate limit for your organization. Please try again later."),
          Map.entry(500, "api_error|Internal server error"),
          Map.entry(504, "timeout_error|Request timed out"),
          Map.entry(529, "overloaded_error|Overloaded"));

  private Errors() {}

  /** An error body of the standard shape. */
  public static Action.Instead answer(int status, Map<String, String> headers) {
    String[] words = TYPES.getOrDefault(status, "api_error|Something went wrong").split("\\|");
    String body =
        "{\"type\":\"error\",\"error\":{\"type\":\"%s\",\"message\":\"%s\"},\"request_id\":\"%s\"}"
            .formatted(words[0], words[1], REQUEST_ID);
    return new Action.Instead(status, headers, "application/json", body);
  }

  /** A page as a proxy between client and API shows it. */
  public static Action.Instead page(int status) {
    return new Action.Instead(
        status,
        Map.of(),
        "text/html; charset=utf-8",
        "<!doctype html><html><head><title>Proxy</title></head><body><h1>Sign in to the network</h1></body></html>");
  }
}
