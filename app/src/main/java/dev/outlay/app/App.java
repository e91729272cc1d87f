package dev.outlay.app;

import dev.outlay.access.door.Registers;
import dev.outlay.access.errand.AccountErrand;
import dev.outlay.access.errand.AccountErrands;
import dev.outlay.access.errand.Outcome;
import dev.outlay.admin.AdminApi;
import dev.outlay.admin.Line;
import dev.outlay.admin.Organization;
import dev.outlay.admin.Ticker;
import dev.outlay.app.setting.WrongUse;
import dev.outlay.ask.engine.BookPrices;
import dev.outlay.ask.engine.Prices;
import dev.outlay.connection.ConnectionErrands;
import dev.outlay.connection.Connections;
import dev.outlay.connection.Done;
import dev.outlay.connection.Errand;
import dev.outlay.connection.Keyring;
import dev.outlay.connection.Linked;
import dev.outlay.connection.Managed;
import dev.outlay.destination.Address;
import dev.outlay.destination.Mirror;
import dev.outlay.export.Exports;
import dev.outlay.export.Extras;
import dev.outlay.export.Formats;
import dev.outlay.export.Granted;
import dev.outlay.export.Kinds;
import dev.outlay.export.Pushing;
import dev.outlay.export.Wish;
import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure;
import dev.outlay.holder.Holder;
import dev.outlay.holder.NoStore;
import dev.outlay.holder.OpenStore;
import dev.outlay.holder.OwnVersion;
import dev.outlay.holder.StoreAccess;
import dev.outlay.metric.MetricFamilies;
import dev.outlay.price.BadPrices;
import dev.outlay.price.PriceBook;
import dev.outlay.schedule.Parts;
import dev.outlay.schedule.Schedule;
import dev.outlay.source.Selection;
import dev.outlay.store.Answers;
import dev.outlay.store.QueryLimits;
import dev.outlay.store.Store;
import dev.outlay.store.StoreSettings;
import dev.outlay.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** How the running program is put together, by hand. */
public final class App {
  private final Config config;
  private final InstantSource clock;

  public App(Config config) {
    this.config = config;
    this.clock = config.now().<InstantSource>map(now -> () -> now).orElseGet(InstantSource::system);
  }

  /** The same program over the demo's store and its one organisation. */
  public App demo(ConnectionConfig only) {
    return new App(config.demo(only));
  }

  public Config config() {
    return config;
  }

  /** The one clock; everything else is told the time. */
  public InstantSource clock() {
    return clock;
  }

  /** What tokens cost. */
  public Prices prices() {
    return new BookPrices(priceBook());
  }

  /** The same with where each price is from. */
  PriceBook priceBook() {
    PriceBook shipped = PriceBook.shipped();
    try {
      return config.prices().map(shipped::with).orElse(shipped);
    } catch (BadPrices bad) {
      throw new WrongUse(String.valueOf(bad.getMessage()));
    }
  }

  /** The time of a run: the server's, which decides what has ended, unless the clock is fixed. */
  public Instant now(Organization organization) {
    return config.now().orElseGet(() -> clock.instant().plus(organization.ahead()));
  }

  /** Elapsed time in nanoseconds, for how long runs take; none passes where the clock is fixed. */
  public LongSupplier elapsed() {
    return config.now().isPresent() ? () -> 0 : System::nanoTime;
  }

  /** The API of one organisation. */
  public AdminApi api(ConnectionConfig connection, Selection selection) {
    return new AdminApi(connection.admin(), selection, clock);
  }

  /** Who answers questions about the store: the store, or the process that holds it. */
  public Answers answers() {
    return StoreAccess.to(config.store()).toAsk(() -> answering(open(config.store())));
  }

  /**
   * The store, to be written; it is made where there is none.
   *
   * @param command what it is opened for, told to those who would like to write as well
   */
  public SharedStore openStore(String command) {
    return openStore(config.store(), command);
  }

  /** The same for a process that answers everybody meanwhile. */
  public SharedStore openToServe(String command) {
    return openStore(config.store(), command, StoreSettings.SERVING);
  }

  /** The same for a file of one's own. */
  public SharedStore openStore(Path file, String command) {
    return openStore(file, command, StoreSettings.DEFAULT);
  }

  private SharedStore openStore(Path file, String command, StoreSettings usual) {
    config.ownFolder(file).ifPresent(App::make);
    return StoreAccess.to(file).toWrite(() -> shared(file, command, usual));
  }

  /** Others may ask it meanwhile. */
  private SharedStore shared(Path file, String command, StoreSettings usual) {
    Store store = open(file, usual);
    try {
      return new SharedStore(store, Holder.over(answering(store), file, command, clock.instant()));
    } catch (Failure failure) {
      store.close();
      throw failure;
    }
  }

  /** All connections of a store: those of the configuration and those it remembers. */
  public Connections connections(Store store) {
    return connections(store, new Line());
  }

  private Connections connections(Store store, Line line) {
    Vault vault = config.secretKeys().vault();
    Keyring keyring = new Keyring(vault, config.usual(), line, clock);
    return new Connections(store, config.fromFile(), keyring);
  }

  /** Those that the store remembers; no secret key is looked for where there are none. */
  public List<Linked> stored(Store store) {
    return Connections.remembered(store).isEmpty()
        ? List.of()
        : connections(store).all().stream()
            .filter(each -> each.managedIn() == Managed.STORE && !each.paused())
            .toList();
  }

  /** Does something with the connections: here, or where the store is open. */
  public Done run(Errand errand) {
    config.ownFolder(config.store()).ifPresent(App::make);
    return StoreAccess.to(config.store())
        .toDo(() -> here(errand), there -> Done.of(there.run(errand.text())));
  }

  private Done here(Errand errand) {
    try (Store store = open(config.store());
        Line line = new Line()) {
      return errands(connections(store, line)).run(errand);
    }
  }

  /** Does something with the accounts: here, or where the store is open. */
  public Outcome run(AccountErrand errand) {
    config.ownFolder(config.store()).ifPresent(App::make);
    return StoreAccess.to(config.store())
        .toDo(() -> here(errand), there -> Outcome.of(there.run(errand.text())));
  }

  private Outcome here(AccountErrand errand) {
    try (Store store = open(config.store())) {
      return new AccountErrands(registers(store)).run(errand);
    }
  }

  /** Who may sign in; at most one over a store at a time. */
  Registers registers(Store store) {
    return Registers.over(store.documents(), config.signIn().lifetime(), clock);
  }

  /** Passes on what somebody wishes: here, or where the store is open. */
  public Granted run(Wish wish) {
    return StoreAccess.to(config.store())
        .toDo(() -> here(wish), there -> Granted.of(there.run(wish.text())));
  }

  /** How it stands with the destinations; where nothing keeps them current, what they lack. */
  public Granted standing() {
    return StoreAccess.to(config.store())
        .toDo(
            () ->
                here(
                    new Wish(
                        Optional.empty(),
                        Formats.TABLES,
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        true,
                        Map.of())),
            there -> Granted.of(there.run(Wish.STANDING)));
  }

  private Granted here(Wish wish) {
    if (!Files.exists(config.store())) {
      throw new NoStore(config.store());
    }
    try (SharedStore open = shared(config.store(), "export", StoreSettings.DEFAULT)) {
      return exports(open.store()).run(wish);
    }
  }

  /** Passes the store on. */
  Exports exports(Store store) {
    return exports(store, () -> Telling.of(store));
  }

  /**
   * The same where something is told already.
   *
   * @param metrics what is pushed to those that take metrics
   */
  Exports exports(Store store, Supplier<MetricFamilies> metrics) {
    Extras extras = new Extras(config.extras());
    return new Exports(
        store,
        extras::kinds,
        Formats.all(),
        config.destinations(),
        this::priceBook,
        new Pushing(metrics, OwnVersion.TEXT),
        clock);
  }

  /**
   * A destination by its address, or by the name it is set up under.
   *
   * @param schema the schema there, where the address names none
   */
  public Mirror destination(String to, Optional<String> schema) {
    Address address = Kinds.address(config.address(to));
    Kinds kinds = new Extras(config.extras()).kinds();
    return kinds.open(schema.map(name -> kinds.within(address, name)).orElse(address), clock);
  }

  /** Does them for others. */
  ConnectionErrands errands(Connections connections) {
    return new ConnectionErrands(connections, config.secretKeys());
  }

  /** Collects them all from when it is told to begin until it is closed. */
  public Schedule schedule(Store store, Connections connections) {
    return Schedule.still(
        new Parts(
            store,
            connections,
            config.rhythms(),
            clock,
            ahead -> config.now().orElseGet(() -> clock.instant().plus(ahead)),
            elapsed(),
            Ticker.SYSTEM));
  }

  private Store open(Path file) {
    return open(file, StoreSettings.DEFAULT);
  }

  private Store open(Path file, StoreSettings usual) {
    return Store.open(file, config.memoryMegabytes().map(usual::withMemory).orElse(usual));
  }

  private static Answers answering(Store store) {
    return new OpenStore(store, QueryLimits.DEFAULT);
  }

  private static void make(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new Failure.KeepFailed(
          Attempt.to("making the folder " + folder, "store", ""),
          "it cannot be made",
          "Name a file elsewhere with --store.",
          e);
    }
  }
}
