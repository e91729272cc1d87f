package dev.outlay.export;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.cli.output.Golden;
import dev.outlay.destination.Address;
import dev.outlay.destination.DestinationKind;
import dev.outlay.destination.Promise;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DestinationReferenceTest {
  private static final Path PAGE = Path.of("../docs/reference/destinations.md");
  private static final String INTRODUCTION =
      """
      # Destinations

      Written by a test from what each destination says of itself; `mvn verify -Dgolden=renew` renews it. How to pass
      on: [the guide](../guide/export.md).

      *exactly once*: rows and checkpoint change together or not at all. *replaces*: what is there is right after each
      load, and a load that is cut short is finished by the next run; a reader may see its middle, as said. *appends*:
      rows may be there twice.

      | destination | address | twice, or cut short | a reader meanwhile | money | another column | run against |
      |---|---|---|---|---|---|---|
      """;

  @Test
  void thePageSaysWhatEachDestinationPromises() throws IOException {
    Golden.check(
        PAGE,
        INTRODUCTION
            + kinds().stream()
                .sorted(Comparator.comparing(DestinationKind::name))
                .map(DestinationReferenceTest::line)
                .collect(joining()));
  }

  @Test
  void everyExampleIsAnAddressOfItsDestination() {
    for (DestinationKind kind : kinds()) {
      assertThat(kind.schemes())
          .as(kind.name())
          .contains(Address.of(kind.promise().example()).scheme());
    }
  }

  @Test
  void noTwoDestinationsShareAScheme() {
    assertThat(kinds().stream().flatMap(kind -> kind.schemes().stream())).doesNotHaveDuplicates();
  }

  private static List<DestinationKind> kinds() {
    return new Extras(Path.of("there is none")).kinds().all();
  }

  private static String line(DestinationKind kind) {
    Promise promise = kind.promise();
    return List.of(
            kind.name(),
            "`" + promise.example() + "`",
            promise.guarantee().name().toLowerCase(Locale.ROOT).replace('_', ' '),
            promise.interrupted(),
            promise.decimals(),
            promise.columns(),
            promise.proven())
        .stream()
        .collect(joining(" | ", "| ", " |\n"));
  }
}
