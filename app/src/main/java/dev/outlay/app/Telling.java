package dev.outlay.app;

import dev.outlay.admin.Ticker;
import dev.outlay.connection.Connections;
import dev.outlay.connection.Linked;
import dev.outlay.metric.HighWater;
import dev.outlay.metric.MetricFamilies;
import dev.outlay.metric.StoreFamilies;
import dev.outlay.metric.catalogue.StoreMetrics;
import dev.outlay.schedule.Schedule;
import dev.outlay.store.Store;
import dev.outlay.telemetry.DestinationMetrics;
import dev.outlay.telemetry.ProcessMetrics;
import dev.outlay.telemetry.RunMetrics;
import dev.outlay.telemetry.ScheduleMetrics;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** All that is told as metrics, wired by hand: one line for each source. */
final class Telling {
  private Telling() {}

  /** The figures of a store; at most one of it at a time, as it remembers what was told. */
  static MetricFamilies of(Store store) {
    return new StoreFamilies(
        store.reads(),
        store::version,
        StoreMetrics.ALL,
        new HighWater(store.documents()),
        task -> Thread.ofVirtual().name("outlay-metrics").start(task),
        Ticker.SYSTEM::nanos);
  }

  /**
   * The same, and what the program tells of itself while it serves.
   *
   * @param destinations how far they are
   */
  static MetricFamilies of(
      Store store,
      Connections connections,
      Schedule schedule,
      Supplier<List<DestinationMetrics.Kept>> destinations,
      String version,
      Instant since) {
    RunMetrics runs = new RunMetrics(address -> name(connections, address), Ticker.SYSTEM::nanos);
    schedule.listen(runs::follow);
    return MetricFamilies.all(
        List.of(
            of(store),
            new ScheduleMetrics(schedule::states),
            runs,
            new DestinationMetrics(destinations),
            new ProcessMetrics(version, since, store.file())));
  }

  /** What a connection is called. */
  static String name(Connections connections, String address) {
    return connections.all().stream()
        .filter(each -> each.address().equals(address))
        .map(Linked::name)
        .findFirst()
        .orElse(address);
  }
}
