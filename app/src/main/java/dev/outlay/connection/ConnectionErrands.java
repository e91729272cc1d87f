package dev.outlay.connection;

import dev.outlay.failure.Failure;
import dev.outlay.vault.SecretKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Does errands, and says in lines what came of them. */
public record ConnectionErrands(Connections connections, SecretKeys keys) {
  /** The same for texts, as they come from another process. */
  public String run(String errand) {
    return run(Errand.of(errand)).text();
  }

  public Done run(Errand errand) {
    try {
      return Done.well(lines(errand));
    } catch (ConnectionRefused e) {
      return new Done(Done.How.WRONG, List.of(String.valueOf(e.getMessage())));
    } catch (Failure.Refused e) {
      return new Done(Done.How.REFUSED, List.of(String.valueOf(e.getMessage())));
    } catch (Failure e) {
      return new Done(Done.How.FAILED, List.of(String.valueOf(e.getMessage())));
    }
  }

  private List<String> lines(Errand errand) {
    return switch (errand.verb()) {
      case LIST -> connections.all().stream().map(ConnectionErrands::line).toList();
      case ADD -> List.of("added  " + line(add(errand)));
      case TEST -> test(connections.keyring().test(connections.named(errand.name())));
      case ROTATE -> List.of("rotated  " + line(connections.rotate(errand.name(), key(errand))));
      case RENAME ->
          List.of("renamed  " + line(connections.rename(errand.name(), errand.label().orElse(""))));
      case REKEY -> List.of("keys sealed anew: " + connections.rekey(keys));
      case PAUSE -> List.of(line(connections.pause(errand.name())));
      case RESUME -> List.of(line(connections.resume(errand.name())));
      case REMOVE -> remove(errand);
    };
  }

  private Linked add(Errand errand) {
    return connections.add(
        new Wish(
            errand.label(), key(errand), errand.baseUrl().map(Wish::url), errand.lookbackDays()));
  }

  private List<String> remove(Errand errand) {
    String name = connections.named(errand.name()).name();
    connections.remove(errand.name(), errand.data());
    return List.of(
        "removed  " + name + (errand.data() ? " and what was collected" : "; its rows are kept"));
  }

  private static String key(Errand errand) {
    return errand.key().orElse("");
  }

  private static String line(Linked linked) {
    List<String> parts = new ArrayList<>(List.of(linked.name()));
    linked.organization().map(Linked.Whose::name).ifPresent(parts::add);
    parts.add(linked.shownKey());
    parts.add(linked.managedIn() == Managed.FILE ? "in outlay.yml" : "in the store");
    Optional.of("paused").filter(_ -> linked.paused()).ifPresent(parts::add);
    return String.join("  ", parts);
  }

  private static List<String> test(KeyTest test) {
    List<String> lines = new ArrayList<>();
    lines.add("the key is of " + test.organization().name() + ", " + test.organization().id());
    for (KeyTest.Access each : test.datasets()) {
      String state = each.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      String why =
          each.state() == KeyTest.State.NOT_ENTITLED
              ? ""
              : each.failure().map(failure -> ": " + failure.getMessage()).orElse("");
      lines.add("  " + each.dataset() + "  " + state + why);
    }
    return lines;
  }
}
