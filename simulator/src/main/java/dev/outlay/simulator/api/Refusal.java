package dev.outlay.simulator.api;

/** Ends a request with an error body. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String type;

  Refusal(int status, String type, String message) {
    super(message, null, false, false);
    this.status = status;
    this.type = type;
  }

  static Refusal invalid(String message) {
    return new Refusal(400, "invalid_request_error", message);
  }

  static Refusal forbidden(String message) {
    return new Refusal(403, "permission_error", message);
  }

  static Refusal notFound() {
    return new Refusal(404, "not_found_error", "The requested resource could not be found.");
  }

  static Refusal badRange() {
    return invalid("Invalid date range: ending date must be after starting date");
  }

  static Refusal staleCursor() {
    return invalid("cursor does not match current query parameters");
  }

  int status() {
    return status;
  }

  String type() {
    return type;
  }

  /** One refusal is known from the wild without an id in its body. */
  boolean carriesId() {
    return !String.valueOf(getMessage()).startsWith("Cannot specify more than");
  }
}
