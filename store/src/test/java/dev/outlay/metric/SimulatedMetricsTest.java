package dev.outlay.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.metric.catalogue.StoreMetrics;
import dev.outlay.store.Documents;
import dev.outlay.store.SimulatedStore;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is told of a store that was collected from the simulator. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulatedMetricsTest {
  private @org.jspecify.annotations.Nullable SimulatedStore store;
  private Map<String, MetricFamily> families = Map.of();

  @BeforeAll
  void collect(@TempDir Path folder) {
    store = new SimulatedStore(folder);
    store.sync(SimulatedStore.START);
    for (int i = 0; i < 5; i++) {
      long t = System.nanoTime();
      families =
          new StoreFamilies(
                  store.store().reads(),
                  () -> 1,
                  StoreMetrics.ALL,
                  new HighWater(new Remembered()),
                  Runnable::run)
              .families(store.now()).stream()
                  .collect(Collectors.toMap(each -> each.metric().name(), each -> each));
      System.out.println("took " + (System.nanoTime() - t) / 1000000);
    }
    for (int i = 0; i < 3; i++) {
      try (var snap = store.store().reads().snapshot()) {
        Moment m = new Moment(snap, store.now());
        for (Entry e : StoreMetrics.ALL) {
          long t = System.nanoTime();
          e.reading().of(m);
          System.out.println("took " + e.metric().name() + " " + (System.nanoTime() - t) / 1000000);
        }
      }
    }
  }

  @AfterAll
  void close() {
    store().close();
  }

  @Test
  void everyMetricIsTold() {
    assertThat(families.values())
        .allSatisfy(family -> assertThat(family.samples()).as(family.metric().name()).isNotEmpty());
  }

  private SimulatedStore store() {
    return java.util.Objects.requireNonNull(store);
  }

  static class Remembered implements Documents {
    private final Map<String, String> texts = new TreeMap<>();

    @Override
    public Optional<String> get(String kind, String id) {
      return Optional.ofNullable(texts.get(kind + id));
    }

    @Override
    public Map<String, String> all(String kind) {
      return texts;
    }

    @Override
    public void put(String kind, String id, String body) {
      texts.put(kind + id, body);
    }

    @Override
    public boolean remove(String kind, String id) {
      return texts.remove(kind + id) != null;
    }
  }
}
