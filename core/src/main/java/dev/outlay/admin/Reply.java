package dev.outlay.admin;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The head of an answer. */
record Reply(HttpResponse<InputStream> response) {
  int status() {
    return response.statusCode();
  }

  Optional<String> requestId() {
    return header("request-id").map(id -> id.length() > 100 ? id.substring(0, 100) : id);
  }

  /** The server's time, the judge of which buckets have ended. */
  Optional<Instant> date() {
    return header("date").flatMap(Reply::httpDate);
  }

  /** How long the server wants to be left alone: seconds, or a date on its own clock. */
  Optional<Duration> retryAfter(Instant now) {
    return header("retry-after")
        .flatMap(text ->
            text.matches("\\d{1,9}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                : httpDate(text).map(at -> Duration.between(date().orElse(now), at)));
  }

  boolean isHtml() {
    return header("content-type").filter(type -> type.contains("html")).isPresent();
  }

  boolean isGzip() {
    return header("content-encoding").filter("gzip"::equalsIgnoreCase).isPresent();
  }

  Optional<String> header(String name) {
    return response.headers().firstValue(name);
  }

  private static Optional<Instant> httpDate(String text) {
    try {
      ZonedDateTime time = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Optional.of(time.toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
