package dev.outlay.store.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.outlay.store.QueryRefused;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which schema of which PostgreSQL database, and as whom: {@code
 * postgresql://user:password@host:5432/database?schema=public&sslmode=require}, as its own tools
 * write it. It prints without user and password.
 */
public final class PostgresAddress {
  private static final Pattern TEXT =
      Pattern.compile(
          "postgres(?:ql)?://(?:([^:@/?]*)(?::([^@/?]*))?@)?"
              + "([\\w.-]+|\\[[\\w:.%]+])(?::([0-9]{1,5}))?/([^/?]+)(?:\\?(.*))?");
  private static final int USER = 1;
  private static final int PASSWORD = 2;
  private static final int HOST = 3;
  private static final int PORT = 4;
  private static final int DATABASE = 5;
  private static final int REST = 6;

  private static final String SCHEMA = "schema";

  /** What may be said behind the question mark, and how the driver calls it; nothing else may. */
  private static final Map<String, String> PARTS =
      Map.of(
          "sslmode", "sslmode",
          "sslrootcert", "sslrootcert",
          "sslcert", "sslcert",
          "sslkey", "sslkey",
          "connect_timeout", "connectTimeout");

  private final String place;
  private final String schema;
  private final Properties properties = new Properties();

  private PostgresAddress(Matcher text, Optional<String> password) {
    Map<String, String> parts = parts(text);
    this.schema = Optional.ofNullable(parts.remove(SCHEMA)).orElse("public");
    this.place =
        "postgresql://%s:%s/%s"
            .formatted(
                text.group(HOST),
                part(text, PORT).orElse("5432"),
                URLEncoder.encode(part(text, DATABASE).orElse(""), UTF_8));
    properties.setProperty("ApplicationName", "outlay");
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("tcpKeepAlive", "true");
    part(text, USER).ifPresent(user -> properties.setProperty("user", user));
    part(text, PASSWORD)
        .or(() -> password)
        .ifPresent(secret -> properties.setProperty("password", secret));
    parts.forEach((name, value) -> properties.setProperty(known(name), value));
  }

  /**
   * Reads one.
   *
   * @param password used where the text has none
   * @throws QueryRefused which says what is wrong with it, and never what stands before the host
   */
  public static PostgresAddress of(String text, Optional<String> password) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      throw wrong("cannot be read; in a user or password, @ is written %40, : %3A and / %2F");
    }
    try {
      return new PostgresAddress(matcher, password);
    } catch (IllegalArgumentException _) {
      throw wrong("cannot be read; a % itself is written %25");
    }
  }

  private static QueryRefused wrong(String what) {
    return new QueryRefused(
        "The address of the database "
            + what
            + ". It reads postgresql://user@host:5432/database?schema=public");
  }

  private static Map<String, String> parts(Matcher text) {
    Map<String, String> parts = new TreeMap<>();
    for (String part : Optional.ofNullable(text.group(REST)).orElse("").split("&")) {
      if (!part.isEmpty()) {
        String[] pair = part.split("=", 2);
        parts.put(pair[0], pair.length < 2 ? "" : decoded(pair[1]));
      }
    }
    return parts;
  }

  private static String known(String name) {
    return Optional.ofNullable(PARTS.get(name))
        .orElseThrow(() ->
            wrong(
                "says %s, which is none of schema, %s"
                    .formatted(name, String.join(", ", new TreeMap<>(PARTS).keySet()))));
  }

  private static Optional<String> part(Matcher text, int group) {
    return Optional.ofNullable(text.group(group))
        .map(PostgresAddress::decoded)
        .filter(part -> !part.isEmpty());
  }

  /** A plus stands for itself, unlike in a form. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
  }

  String schema() {
    return schema;
  }

  String url() {
    return "jdbc:" + place;
  }

  /** What the driver is told besides. */
  Properties properties() {
    return properties;
  }

  /** For people. */
  @Override
  public String toString() {
    return place;
  }
}
