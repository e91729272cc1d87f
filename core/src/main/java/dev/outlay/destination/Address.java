package dev.outlay.destination;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where a destination is and how to get in, as one URI: {@code
 * scheme://user:password@host:port/path?name=value}. Reserved characters in its parts are
 * percent-encoded. It prints without what is secret.
 *
 * @param scheme in lower case
 * @param user decoded, or empty
 * @param password decoded, or empty
 * @param host or empty
 * @param port or -1
 * @param path with its leading slash, decoded, or empty
 * @param parameters decoded, in order
 */
public record Address(
    String scheme,
    String user,
    String password,
    String host,
    int port,
    String path,
    Map<String, String> parameters) {
  public Address {
    parameters = Map.copyOf(parameters);
  }

  /**
   * @throws IllegalArgumentException with a message that quotes nothing of the text
   */
  public static Address of(String text) {
    URI uri = parsed(text);
    String[] login = split(uri.getRawUserInfo(), ':');
    String[] place = place(uri);
    return new Address(
        uri.getScheme().toLowerCase(Locale.ROOT),
        decoded(login[0]),
        decoded(login[1]),
        place[0],
        place[1].isEmpty() ? -1 : Integer.parseInt(place[1]),
        uri.getPath() == null ? "" : uri.getPath(),
        parameters(uri.getRawQuery()));
  }

  /** The parameter of that name, where it is given and not empty. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
  }

  /** The last part of the path, without the slash. */
  public String database() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Without user, password and parameters: for people, and for messages. */
  @Override
  public String toString() {
    return scheme + "://" + host + (port < 0 ? "" : ":" + port) + path;
  }

  private static URI parsed(String text) {
    if (text.matches("[A-Za-z0-9+.-]+://")) {
      throw new IllegalArgumentException("it names no place: nothing stands behind " + text);
    }
    try {
      URI uri = new URI(text);
      if (uri.getScheme() == null || uri.isOpaque()) {
        throw new IllegalArgumentException("it is no URI such as postgresql://user@host/database");
      }
      return uri;
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "it is no URI: character "
              + (e.getIndex() + 1)
              + " does not belong there; write reserved characters of a password as %xx",
          withoutText(e));
    }
  }

  private static IllegalArgumentException withoutText(URISyntaxException e) {
    return new IllegalArgumentException(e.getReason());
  }

  /** A host may be a name that no URI allows (with an underscore), or several. */
  private static String[] place(URI uri) {
    if (uri.getHost() != null) {
      return new String[] {uri.getHost(), uri.getPort() < 0 ? "" : "" + uri.getPort()};
    }
    String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
    String rest = authority.substring(authority.lastIndexOf('@') + 1);
    String[] parts = split(rest, ':');
    boolean one = !rest.contains(",") && parts[1].matches("\\d{1,5}");
    return one ? parts : new String[] {decoded(rest), ""};
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String part : query == null ? new String[0] : query.split("&", -1)) {
      String[] pair = split(part, '=');
      if (!pair[0].isEmpty()) {
        parameters.put(decoded(pair[0]), decoded(pair[1]));
      }
    }
    return parameters;
  }

  private static String[] split(String text, char at) {
    String all = text == null ? "" : text;
    int index = all.indexOf(at);
    return index < 0
        ? new String[] {all, ""}
        : new String[] {all.substring(0, index), all.substring(index + 1)};
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
