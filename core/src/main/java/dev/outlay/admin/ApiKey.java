package dev.outlay.admin;

import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure;

/** A key that cannot be printed: what it says of itself is its kind and its last four letters. */
public final class ApiKey {
  private static final int SHOWN = 4;
  private final String secret;

  private ApiKey(String secret) {
    this.secret = secret;
  }

  /**
   * A key for the Admin API.
   *
   * @param connection whose key it is, for the message
   * @throws Failure.Refused before any request, when the text is empty or is the key of another
   *     kind
   */
  public static ApiKey of(String connection, String text) {
    String trimmed = text.strip();
    if (trimmed.isEmpty() || trimmed.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw refused(connection, "the key is empty or holds characters no key has");
    }
    if (trimmed.startsWith("sk-ant-api")) {
      throw refused(
          connection, "the key starts with sk-ant-api: it is for messages, not an Admin key");
    }
    return new ApiKey(trimmed);
  }

  private static Failure.Refused refused(String connection, String found) {
    return new Failure.Refused(
        Attempt.to("reading the key", connection, ""),
        found,
        "An organisation admin makes one (sk-ant-admin…) in the Console under Settings, Admin keys.");
  }

  /** For the request header alone. */
  String secret() {
    return secret;
  }

  /** The header it goes into: keys have one of their own, OAuth tokens are bearers. */
  Header header() {
    return secret.startsWith("sk-ant-admin")
        ? new Header("x-api-key", secret)
        : new Header("authorization", "Bearer " + secret);
  }

  /** A request header; prints as its name alone. */
  record Header(String name, String value) {
    @Override
    public String toString() {
      return name;
    }
  }

  @Override
  public String toString() {
    int shown = secret.length() > 4 * SHOWN ? SHOWN : 0;
    String kind = secret.startsWith("sk-ant-admin") ? "sk-ant-admin" : "";
    return kind + "…" + secret.substring(secret.length() - shown);
  }
}
