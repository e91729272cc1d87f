package dev.outlay.ingest;

import dev.outlay.app.setting.Nearest;
import dev.outlay.app.setting.Secrets;
import dev.outlay.app.setting.WrongUse;
import dev.outlay.destination.Address;
import java.util.List;
import java.util.Optional;

/**
 * Where rows come from: {@code anthropic://?api_key=…}, or the name of a connection that is set up.
 *
 * @param connection the name of one that is set up
 * @param key the Admin key that was written there
 * @param baseUrl where the API is, where it is not the usual place
 */
public record Origin(Optional<String> connection, Optional<String> key, Optional<String> baseUrl) {
  /** Whatever is set up. */
  public static final Origin USUAL =
      new Origin(Optional.empty(), Optional.empty(), Optional.empty());

  private static final String SCHEME = "anthropic";
  private static final List<String> PARAMETERS = List.of("api_key", "base_url", "connection");

  public static Origin of(String text) {
    if (text.equals(SCHEME + "://") || text.equals(SCHEME + "://?")) {
      return USUAL;
    }
    return text.contains(":")
        ? of(address(text))
        : new Origin(Optional.of(text.strip()), Optional.empty(), Optional.empty());
  }

  private static Origin of(Address address) {
    if (!address.scheme().equals(SCHEME)) {
      throw new WrongUse(
          "--source-uri: there is one source, anthropic://?api_key=…, and not "
              + Secrets.mask(address.scheme()));
    }
    address.parameters().keySet().stream()
        .filter(name -> !PARAMETERS.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw new WrongUse(
              "--source-uri: "
                  + Secrets.mask(name)
                  + " means nothing here"
                  + Nearest.hint(name, PARAMETERS));
        });
    return new Origin(
        address.parameter("connection"),
        address.parameter("api_key"),
        address.parameter("base_url"));
  }

  private static Address address(String text) {
    try {
      return Address.of(text);
    } catch (IllegalArgumentException e) {
      throw new WrongUse("--source-uri: " + e.getMessage());
    }
  }

  /** No key belongs into a message. */
  @Override
  public String toString() {
    return connection.orElse(SCHEME);
  }
}
