package dev.outlay.export;

import dev.outlay.app.setting.Nearest;
import dev.outlay.app.setting.WrongUse;
import dev.outlay.destination.Address;
import dev.outlay.destination.DestinationKind;
import dev.outlay.destination.Mirror;
import dev.outlay.metric.PushKind;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The kinds of destinations there are: those of the program, and those among the extras. */
public record Kinds(List<DestinationKind> all, List<PushKind> pushes) {
  /** Of schemes that are no part of the download, the folder of extras that has them. */
  private static final Map<String, String> EXTRAS =
      Map.of("kafka", "kafka", "s3", "s3", "bigquery", "bigquery", "otlp", "otlp", "otlps", "otlp");

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

  /** How metrics are pushed to that address. */
  PushKind push(Address address) {
    return pushes.stream()
        .filter(kind -> kind.schemes().contains(address.scheme()))
        .findFirst()
        .orElseThrow(() -> missing(address.scheme()));
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
        .orElseThrow(() -> missing(address.scheme()));
  }

  private WrongUse missing(String scheme) {
    String folder = EXTRAS.get(scheme);
    return folder == null
        ? new WrongUse(
            "there is no destination "
                + scheme
                + Nearest.guess(scheme, schemes())
                + "; there are "
                + String.join(", ", schemes()))
        : new WrongUse(
            scheme
                + " is an extra, and not here: its jars belong into extras/"
                + folder
                + " beside the program (docs/guide/export.md says where they come from)");
  }

  /** The usual one of each. */
  private List<String> schemes() {
    return all.stream()
        .map(kind -> Address.of(kind.promise().example()).scheme())
        .sorted()
        .toList();
  }
}
