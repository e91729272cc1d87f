package dev.outlay.export;

import dev.outlay.app.setting.Nearest;
import dev.outlay.app.setting.WrongUse;
import dev.outlay.destination.Address;
import dev.outlay.destination.DestinationKind;
import dev.outlay.destination.Mirror;
import java.time.InstantSource;
import java.util.List;
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
