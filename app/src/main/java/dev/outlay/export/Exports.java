package dev.outlay.export;

import dev.outlay.app.setting.Nearest;
import dev.outlay.app.setting.WrongUse;
import dev.outlay.dataset.catalogue.Datasets;
import dev.outlay.destination.Address;
import dev.outlay.destination.Mirror;
import dev.outlay.failure.Failure;
import dev.outlay.price.PriceBook;
import dev.outlay.shape.Shape;
import dev.outlay.store.Store;
import dev.outlay.table.Span;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Does what people wish passed on, over an open store.
 *
 * @param kinds looked for when they are needed
 * @param named the destinations that are set up
 * @param prices what tokens cost, for forms that say it
 * @param pushing for those that take metrics instead of rows
 */
public record Exports(
    Store store,
    Supplier<Kinds> kinds,
    Formats formats,
    List<Named> named,
    Supplier<PriceBook> prices,
    Pushing pushing,
    InstantSource clock) {
  /** The same for texts, as they come from another process. */
  public Granted run(Wish wish) {
    try {
      if (wish.format().equals(FocusFiles.FORMAT)) {
        return new FocusFiles(ready(), prices.get()).write(wish, interval(wish));
      }
      return wish.to().isPresent() || named.isEmpty()
          ? one(wish)
          : named.stream().map(each -> pass(each, wish)).reduce(NONE, Granted::and);
    } catch (Interrupted _) {
      return Granted.interrupted();
    } catch (WrongUse e) {
      return Granted.wrong(String.valueOf(e.getMessage()));
    } catch (Failure e) {
      return failed(e);
    }
  }

  /** What looks like a name may be repeated; anything else may hold a password. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

  private static final Granted NONE = Granted.well(List.of());

  /** Keeps one destination current, as it is set up. */
  List<Passed> current(Named destination, Consumer<Passed> watch) {
    if (Pushing.isFor(destination.to())) {
      pushing.push(kinds.get(), Kinds.address(destination.to()), clock);
      return List.of();
    }
    try (Mirror mirror = open(destination.to())) {
      return new Export(store, mirror, clock, watch).run(shapes(destination), new Way.Current());
    }
  }

  private List<Shape> shapes(Named destination) {
    return shapes(destination, destination.datasets());
  }

  /** Their tables are there afterwards, also in a store that was collected in part. */
  private List<Shape> shapes(Named destination, Set<String> datasets) {
    ready();
    return formats.shapes(destination.format(), datasets, destination.options());
  }

  private Store ready() {
    store.prepare(Datasets.ALL.stream().flatMap(each -> each.tables().stream()).toList());
    return store;
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

  private Named unnamed(String to, Wish wish) {
    if (NAME.matcher(to).matches()) {
      throw new WrongUse(
          "no destination "
              + to
              + " is set up"
              + Nearest.hint(to, named.stream().map(Named::name).toList())
              + ", and it is no address such as postgresql://user@host/database");
    }
    return new Named(
        Kinds.address(to).toString(), to, wish.format(), wish.datasets(), wish.options());
  }

  private Granted pass(Named destination, Wish wish) {
    if (Pushing.isFor(destination.to())) {
      return pushing.push(
          kinds.get(), Kinds.address(destination.to()), store, wish, interval(wish), clock);
    }
    Set<String> datasets = wish.datasets().isEmpty() ? destination.datasets() : wish.datasets();
    List<Shape> shapes = shapes(destination, datasets);
    try (Mirror mirror = open(destination.to())) {
      Export export = new Export(store, mirror, clock, _ -> {});
      return new Told(destination.name(), wish.dry())
          .of(wish.dry() ? export.plan(shapes, way(wish)) : export.run(shapes, way(wish)));
    } catch (Failure e) {
      return failed(e);
    }
  }

  private static Granted failed(Failure e) {
    return Granted.failed(List.of(), List.of(e));
  }

  private Mirror open(String to) {
    Address address = Kinds.address(to);
    return kinds.get().open(address, clock);
  }

  private static Way way(Wish wish) {
    return interval(wish)
        .<Way>map(Way.Interval::new)
        .orElseGet(() -> wish.full() ? new Way.Full() : new Way.Current());
  }

  private static Optional<Span> interval(Wish wish) {
    if (wish.from().isEmpty() && wish.until().isEmpty()) {
      return Optional.empty();
    }
    Instant from = wish.from().orElse(Instant.MIN);
    Instant until = wish.until().orElse(Instant.MAX);
    return Optional.of(
        Span.of(from, until).orElseThrow(() -> new WrongUse("the interval is empty")));
  }
}
