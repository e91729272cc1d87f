package dev.outlay.schedule;

import dev.outlay.admin.AdminSettings;
import dev.outlay.admin.ApiKey;
import dev.outlay.admin.Line;
import dev.outlay.admin.Ticker;
import dev.outlay.connection.Connections;
import dev.outlay.connection.FromFile;
import dev.outlay.connection.Keyring;
import dev.outlay.connection.Usual;
import dev.outlay.connection.Wish;
import dev.outlay.dataset.catalogue.Cut;
import dev.outlay.simulator.Settings;
import dev.outlay.simulator.Simulator;
import dev.outlay.source.Selection;
import dev.outlay.store.Store;
import dev.outlay.store.StoreSettings;
import dev.outlay.testkit.ManualClock;
import dev.outlay.vault.KeyFile;
import dev.outlay.vault.SecretKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A store, its connections and their schedule, on organisations in the simulator. */
final class Office implements AutoCloseable {
  static final String KEY = Settings.KEY;
  final ManualClock clock = ManualClock.at("2026-11-21T03:00:00Z");
  final Simulator simulator;
  final SecretKeys keys;
  final Path folder;
  final List<FromFile> files;
  private int added;
  Store store;
  Connections connections;
  Schedule schedule;

  Office(Path folder, List<FromFile> files) {
    this(folder, files, Settings.defaults().withOrganizations(3));
  }

  Office(Path folder, List<FromFile> files, Settings settings) {
    this.folder = folder;
    this.files = new ArrayList<>(files);
    this.simulator = Simulator.start(settings.withClock(clock));
    this.keys =
        new SecretKeys(
            Optional.empty(), Optional.empty(), KeyFile.beside(folder.resolve("s.duckdb")));
    this.store = opened();
    this.connections = connected();
    this.schedule = scheduled();
  }

  /** As after a restart of the program. */
  void restart() {
    schedule.close();
    store.close();
    store = opened();
    connections = connected();
    schedule = scheduled();
  }

  /** A few days of a few things: enough for what is tested here. */
  static Selection selection() {
    return new Selection(
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Duration.ofDays(5),
        Map.of("1d", new Selection.Usage(Duration.ofDays(5), List.of(cut("spend"), cut("who")))),
        Map.of());
  }

  AdminSettings admin(String name, String key) {
    return new AdminSettings(
        name,
        ApiKey.of(name, key),
        simulator.url(),
        AdminSettings.NEWEST_VERSION,
        Duration.ofSeconds(20),
        1,
        Optional.empty());
  }

  FromFile file(String name, String key) {
    return new FromFile(name, "…", simulator.url(), selection(), () -> admin(name, key));
  }

  static Wish wish(String key) {
    return new Wish(Optional.empty(), key, Optional.empty(), 5);
  }

  /** Begins what is due and waits until all of it has ended. */
  void run() {
    schedule.tick();
    schedule.rest();
  }

  /** Time passes, and whatever comes due in it is run. */
  void pass(Duration time, Duration step) {
    Instant end = clock.instant().plus(time);
    while (clock.instant().isBefore(end)) {
      clock.pass(step);
      run();
    }
  }

  private Store opened() {
    StoreSettings usual = StoreSettings.DEFAULT;
    return Store.open(
        folder.resolve("s.duckdb"),
        new StoreSettings(
            usual.memoryMegabytes(),
            usual.threads(),
            usual.lanes(),
            () -> "connection-" + ++added));
  }

  private Connections connected() {
    Usual usual = new Usual(admin("usual", "sk-ant-admin-none"), selection());
    return new Connections(store, files, new Keyring(keys.vault(), usual, new Line(), clock));
  }

  private Schedule scheduled() {
    return Schedule.still(
        new Parts(
            store,
            connections,
            Rhythms.USUAL,
            clock,
            ahead -> clock.instant().plus(ahead),
            () -> 0,
            Ticker.SYSTEM));
  }

  private static List<String> cut(String name) {
    return Cut.named(name).orElseThrow().dimensions();
  }

  @Override
  public void close() {
    schedule.close();
    store.close();
    simulator.close();
  }
}
