package dev.outlay.failure;

import java.util.Optional;

/**
 * What was being done when something went wrong; the first half of every message.
 *
 * @param connection the name of the connection, or of the destination
 * @param subject the dataset with its width, cut or parent
 * @param span the time it was about, or empty
 * @param tried what was tried, as a verb phrase without the key: {@code GET /v1/…}
 * @param requestId the other side's name for the request, where it gave one
 */
public record Attempt(
    String connection, String subject, String span, String tried, Optional<String> requestId) {
  public static Attempt to(String tried, String connection, String subject) {
    return new Attempt(connection, subject, "", tried, Optional.empty());
  }

  public Attempt during(String time) {
    return new Attempt(connection, subject, time, tried, requestId);
  }

  public Attempt answered(Optional<String> id) {
    return new Attempt(connection, subject, span, tried, id);
  }

  /** {@code production: cost_report 2026-01-01..2026-02-01: GET /v1/…}, without what is unknown. */
  @Override
  public String toString() {
    String about = span.isEmpty() ? subject : subject + " " + span;
    return connection + ": " + (about.isEmpty() ? "" : about + ": ") + tried;
  }

  String requestText() {
    return requestId.map(id -> " (request " + id + ")").orElse("");
  }
}
