package dev.outlay.testkit.breach;

import java.net.http.HttpClient;
import java.time.Instant;
import java.util.Optional;

/** Everything a house should not have. */
public record CostManager(double amountCents, Optional<HttpClient> client) {
  static final String PATH = "/v1/organizations";

  static Instant now() {
    return Instant.now();
  }

  static long later(float inputTokens) {
    return System.currentTimeMillis() + (long) inputTokens;
  }

  static Optional<String> setting() {
    return Optional.ofNullable(System.getenv("PATH"));
  }

  static void say() {
    System.out.println(PATH.length());
  }

  static Optional<java.sql.Driver> driver() {
    return Optional.empty();
  }
}
