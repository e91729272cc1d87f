package dev.outlay.destinations;

import dev.outlay.admin.AdminApi;
import dev.outlay.admin.AdminSettings;
import dev.outlay.admin.ApiKey;
import dev.outlay.dataset.catalogue.Cut;
import dev.outlay.simulator.Settings;
import dev.outlay.simulator.Simulator;
import dev.outlay.source.Selection;
import dev.outlay.store.Answers;
import dev.outlay.store.ConnectionRow;
import dev.outlay.store.Store;
import dev.outlay.store.StoreSettings;
import dev.outlay.sync.Collect;
import dev.outlay.sync.Connection;
import dev.outlay.sync.Sync;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A real store, collected from the simulator over HTTP. */
final class CollectedStore implements AutoCloseable {
  static final String NAME = "production";
  static final Instant START = Instant.parse("2026-11-21T03:00:00Z");

  private volatile Instant now = START;
  private final Simulator simulator;
  private final Store store;

  CollectedStore(Path folder) {
    simulator = Simulator.start(Settings.defaults().withClock(() -> now));
    store = Store.open(folder.resolve("s.duckdb"), StoreSettings.DEFAULT);
  }

  /** Collects those datasets, or all, ten days back. */
  void sync(Instant at, String... datasets) {
    now = at;
    Selection selection =
        new Selection(
            Set.of(datasets),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Duration.ofDays(10),
            Map.of("1h", usage(5, Cut.PLACE, Cut.SPEND), "1d", usage(10, Cut.SPEND)),
            Map.of());
    AdminSettings settings =
        AdminSettings.of(NAME, ApiKey.of(NAME, Settings.KEY)).at(simulator.url());
    try (AdminApi api = new AdminApi(settings, selection, () -> now)) {
      ConnectionRow row = store.connect(Optional.empty(), NAME, api.whoAmI().id());
      new Sync(
              new Connection(row.id(), row.name()),
              new Collect(api.as(row.id()), selection),
              store,
              store,
              store,
              _ -> {},
              () -> 0)
          .run(now);
    }
  }

  Answers answers() {
    return store.reads();
  }

  @Override
  public void close() {
    store.close();
    simulator.close();
  }

  private static Selection.Usage usage(int days, Cut... cuts) {
    return new Selection.Usage(
        Duration.ofDays(days), List.of(cuts).stream().map(Cut::dimensions).toList());
  }
}
