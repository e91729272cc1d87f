package dev.outlay.store;

import dev.outlay.admin.AdminApi;
import dev.outlay.admin.AdminSettings;
import dev.outlay.admin.ApiKey;
import dev.outlay.admin.Organization;
import dev.outlay.dataset.catalogue.Cut;
import dev.outlay.simulator.Settings;
import dev.outlay.simulator.Simulator;
import dev.outlay.source.Selection;
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
import java.util.concurrent.atomic.AtomicLong;

/** A real store, collected from the simulator. */
public final class SimulatedStore implements AutoCloseable {
  public static final Instant START = Instant.parse("2026-11-21T03:00:00Z");

  private volatile Instant now = START;
  private volatile Duration taking = Duration.ZERO;
  private final AtomicLong elapsed = new AtomicLong();
  public final Simulator simulator;
  private final Store store;

  public SimulatedStore(Path folder) {
    simulator = Simulator.start(Settings.defaults().withClock(() -> now));
    store = Store.open(folder.resolve("s.duckdb"), StoreSettings.DEFAULT);
  }

  /** From now on a run of one dataset takes so long. */
  public void taking(Duration time) {
    taking = time;
  }

  /** Collects those datasets, or all, ten days back: days, hours and the last two days' minutes. */
  public void sync(Instant at, String... datasets) {
    now = at;
    Selection selection =
        new Selection(
            Set.of(datasets),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Duration.ofDays(10),
            Map.of(
                "1d", usage(10, Cut.SPEND, Cut.PLACE, Cut.WHO),
                "1h", usage(5, Cut.SPEND),
                "1m", usage(2, Cut.LIMITS)),
            Map.of());
    AdminSettings settings =
        AdminSettings.of("production", ApiKey.of("production", Settings.KEY)).at(simulator.url());
    try (AdminApi api = new AdminApi(settings, selection, () -> now)) {
      Organization organization = api.whoAmI();
      ConnectionRow row = store.connect(Optional.empty(), "production", organization.id());
      new Sync(
              new Connection(row.id(), row.name()),
              new Collect(api.as(row.id()), selection),
              store,
              store,
              store,
              _ -> {},
              () -> elapsed.getAndAdd(taking.toNanos()))
          .run(now);
    }
  }

  public Instant now() {
    return now;
  }

  public Answers answers() {
    return new Answers() {
      @Override
      public void query(String sql, ResultSink sink) {
        store.query(sql, QueryLimits.DEFAULT, sink);
      }

      @Override
      public void close() {}
    };
  }

  /** The store itself. */
  public Store store() {
    return store;
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
