package dev.outlay.store.postgres;

import dev.outlay.store.QueryRefused;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Which schema of which PostgreSQL database, and as whom: {@code
 * postgresql://user:password@host:5432/database?schema=public&sslmode=require}, as its own tools
 * write it. It prints without the password.
 */
public final class PostgresAddress {
  private static final int USUAL_PORT = 5432;
  private static final String SCHEMA = "schema";

  /** What may be said behind the question mark, and how the driver calls it; nothing else may. */
  private static final Map<String, String> PARTS =
      Map.of(
          SCHEMA,
          "",
          "sslmode",
          "sslmode",
          "sslrootcert",
          "sslrootcert",
          "sslcert",
          "sslcert",
          "sslkey",
          "sslkey",
          "connect_timeout",
          "connectTimeout");

  private final URI uri;
  private final Map<String, String> parts;
  private final Optional<String> password;

  private PostgresAddress(URI uri, Optional<String> password) {
    this.uri = uri;
    this.parts = parts(uri);
    this.password = user(1).or(() -> password);
  }

  /**
   * Reads one.
   *
   * @param password used where the text has none
   * @throws QueryRefused which says what is wrong with it, and never what stands before the host
   */
  public static PostgresAddress of(String text, Optional<String> password) {
    try {
      return new PostgresAddress(checked(new URI(text.strip())), password);
    } catch (URISyntaxException _) {
      throw wrong(
          "it cannot be read; characters such as @ and / in a password are written %40, %2F");
    }
  }

  private static URI checked(URI uri) {
    if (!"postgresql".equals(uri.getScheme()) && !"postgres".equals(uri.getScheme())) {
      throw wrong("it must begin with postgresql://");
    }
    if (uri.getHost() == null) {
      throw wrong("it names no host");
    }
    return uri;
  }

  private static QueryRefused wrong(String what) {
    return new QueryRefused(
        "The address of the database: "
            + what
            + ". It reads postgresql://user@host:5432/database?schema=public");
  }

  private static Map<String, String> parts(URI uri) {
    Map<String, String> parts = new TreeMap<>();
    for (String part : Optional.ofNullable(uri.getQuery()).orElse("").split("&")) {
      if (!part.isEmpty()) {
        String[] pair = part.split("=", 2);
        parts.put(known(pair[0]), pair.length < 2 ? "" : pair[1]);
      }
    }
    return parts;
  }

  private static String known(String name) {
    if (!PARTS.containsKey(name)) {
      throw wrong(name + " is none of " + String.join(", ", new TreeMap<>(PARTS).keySet()));
    }
    return name;
  }

  String schema() {
    return parts.getOrDefault(SCHEMA, "public");
  }

  String url() {
    return "jdbc:postgresql://" + uri.getHost() + ":" + port() + "/" + path();
  }

  /** What the driver is told besides. */
  Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", "outlay");
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("tcpKeepAlive", "true");
    user(0).ifPresent(user -> properties.setProperty("user", user));
    password.ifPresent(secret -> properties.setProperty("password", secret));
    parts.forEach((name, value) -> properties.setProperty(PARTS.getOrDefault(name, ""), value));
    properties.remove("");
    return properties;
  }

  private int port() {
    return uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
  }

  /** The name of the database, still as an address writes it. */
  private String path() {
    return Optional.ofNullable(uri.getRawPath()).orElse("").replaceFirst("^/", "");
  }

  /** The user, or what is behind the colon. */
  private Optional<String> user(int place) {
    return Optional.ofNullable(uri.getRawUserInfo())
        .map(info -> info.split(":", 2))
        .filter(pair -> pair.length > place && !pair[place].isEmpty())
        .map(pair -> decoded(pair[place]));
  }

  private static String decoded(String text) {
    return Optional.ofNullable(URI.create("x://h/?" + text).getQuery()).orElse("");
  }

  /** For people. */
  @Override
  public String toString() {
    return "postgresql://" + uri.getHost() + ":" + port() + "/" + path();
  }
}
