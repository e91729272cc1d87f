package dev.outlay.otlp;

import dev.outlay.admin.AdminApi;
import dev.outlay.admin.AdminSettings;
import dev.outlay.admin.ApiKey;
import dev.outlay.dataset.catalogue.Cut;
import dev.outlay.simulator.Settings;
import dev.outlay.simulator.Simulator;
import dev.outlay.source.Selection;
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

/** A store collected from the simulator: twelve days of usage and cost. */
record Collected(Simulator simulator, Store store) implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

  static Collected in(Path folder) {
    Simulator simulator = Simulator.start(Settings.defaults().withClock(() -> NOW));
    Store store = Store.open(folder.resolve("s.duckdb"), StoreSettings.DEFAULT);
    Duration back = Duration.ofDays(12);
    Selection selection =
        new Selection(
            Set.of("usage_report", "cost_report", "workspaces", "api_keys", "organization"),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            back,
            Map.of("1d", new Selection.Usage(back, List.of(Cut.SPEND.dimensions()))),
            Map.of());
    AdminSettings settings =
        AdminSettings.of("production", ApiKey.of("production", Settings.KEY)).at(simulator.url());
    try (AdminApi api = new AdminApi(settings, selection, () -> NOW)) {
      ConnectionRow row = store.connect(Optional.empty(), "production", api.whoAmI().id());
      Connection connection = new Connection(row.id(), row.name());
      Collect collect = new Collect(api.as(row.id()), selection);
      new Sync(connection, collect, store, store, store, _ -> {}, () -> 0).run(NOW);
    }
    return new Collected(simulator, store);
  }

  @Override
  public void close() {
    store.close();
    simulator.close();
  }
}
