package dev.outlay.export;

import dev.outlay.app.setting.WrongUse;
import dev.outlay.destination.Address;
import dev.outlay.destination.Mirror;
import dev.outlay.failure.Failure;
import dev.outlay.shape.Shape;
import dev.outlay.store.Store;
import dev.outlay.table.Span;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Does what people wish passed on, over an open store.
 *
 * @param kinds looked for when they are needed
 * @param named the destinations that are set up
 */
public record Exports(
    Store store, Supplier<Kinds> kinds, Formats formats, List<Named> named, InstantSource clock) {
  /** The same for texts, as they come from another process. */
  public Granted run(Wish wish) {
    try {
      return wish.to().isPresent() || named.isEmpty()
          ? one(wish)
          : named.stream().map(each -> pass(each, wish)).reduce(NONE, Granted::and);
    } catch (WrongUse e) {
      return new Granted(Granted.How.WRONG, List.of(), List.of(String.valueOf(e.getMessage())));
    } catch (Failure e) {
      return failed(e);
    }
  }

  private static final Granted NONE = new Granted(Granted.How.WELL, List.of(), List.of());

  /** Keeps one destination current, as it is set up. */
  List<Passed> current(Named destination, Consumer<Passed> watch) {
    try (Mirror mirror = open(destination.to())) {
      return new Export(store, mirror, clock, watch).run(shapes(destination), new Way.Current());
    }
  }

  private List<Shape> shapes(Named destination) {
    return formats.shapes(destination.format(), destination.datasets(), destination.options());
  }

  private Granted one(Wish wish) {
    String to =
        wish.to()
            .orElseThrow(() ->
                new WrongUse(
                    "say where to with --to, or set up destinations in the configuration file"));
    return named.stream()
        .filter(each -> each.name().equals(to))
        .findFirst()
        .map(each -> pass(each, wish))
        .orElseGet(() -> pass(unnamed(to, wish), wish));
  }

  private static Named unnamed(String to, Wish wish) {
    return new Named(
        Kinds.address(to).toString(), to, wish.format(), wish.datasets(), wish.options());
  }

  private Granted pass(Named destination, Wish wish) {
    Set<String> datasets = wish.datasets().isEmpty() ? destination.datasets() : wish.datasets();
    List<Shape> shapes = formats.shapes(destination.format(), datasets, destination.options());
    try (Mirror mirror = open(destination.to())) {
      Export export = new Export(store, mirror, clock, _ -> {});
      return new Told(destination.name(), wish.dry())
          .of(wish.dry() ? export.plan(shapes, way(wish)) : export.run(shapes, way(wish)));
    } catch (Failure e) {
      return failed(e);
    }
  }

  private static Granted failed(Failure e) {
    return new Granted(Granted.How.FAILED, List.of(), List.of(String.valueOf(e.getMessage())));
  }

  private Mirror open(String to) {
    Address address = Kinds.address(to);
    return kinds.get().open(address, clock);
  }

  private static Way way(Wish wish) {
    if (wish.from().isPresent() || wish.until().isPresent()) {
      Instant from = wish.from().orElse(Instant.MIN);
      Instant until = wish.until().orElse(Instant.MAX);
      return new Way.Interval(
          Span.of(from, until).orElseThrow(() -> new WrongUse("the interval is empty")));
    }
    return wish.full() ? new Way.Full() : new Way.Current();
  }
}
