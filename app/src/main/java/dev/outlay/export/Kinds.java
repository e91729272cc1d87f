package dev.outlay.export;

import dev.outlay.app.setting.Nearest;
import dev.outlay.app.setting.WrongUse;
import dev.outlay.destination.Address;
import dev.outlay.destination.DestinationKind;
import dev.outlay.destination.Mirror;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The kinds of destinations there are: those of the program, and those among the extras. */
public record Kinds(List<DestinationKind> all) {
  /** Opens the place of that address. */
  public Mirror open(Address address, InstantSource clock) {
    try {
      return of(address).open(address, clock);
    } catch (IllegalArgumentException e) {
      throw new WrongUse(address + ": " + e.getMessage());
    }
  }

  /**
   * The address in the text.
   *
   * @throws WrongUse in words that quote nothing of it: it may hold a password
   */
  public static Address address(String text) {
    try {
      return Address.of(text);
    } catch (IllegalArgumentException e) {
      throw new WrongUse("the address of the destination: " + e.getMessage());
    }
  }

  /**
   * The address with the schema, for kinds that have schemas; elsewhere tables have names alone.
   */
  public Address within(Address address, String schema) {
    boolean hasSchemas = of(address).promise().example().contains("schema=");
    if (!hasSchemas || address.parameter("schema").isPresent()) {
      return address;
    }
    Map<String, String> parameters = new LinkedHashMap<>(address.parameters());
    parameters.put("schema", schema);
    return new Address(
        address.scheme(),
        address.user(),
        address.password(),
        address.host(),
        address.port(),
        address.path(),
        parameters);
  }

  private DestinationKind of(Address address) {
    return all.stream()
        .filter(kind -> kind.schemes().contains(address.scheme()))
        .findFirst()
        .orElseThrow(() ->
            new WrongUse(
                "there is no destination "
                    + address.scheme()
                    + Nearest.hint(address.scheme(), schemes())
                    + "; there are "
                    + String.join(", ", schemes())));
  }

  private List<String> schemes() {
    return all.stream()
        .flatMap(kind -> Stream.of(kind.schemes().iterator().next()))
        .sorted()
        .toList();
  }
}
