package dev.outlay.export;

import static dev.outlay.table.Type.Plain.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.dataset.catalogue.Datasets;
import dev.outlay.destination.Address;
import dev.outlay.destination.Delivery;
import dev.outlay.destination.DestinationKind;
import dev.outlay.destination.Guarantee;
import dev.outlay.destination.Load;
import dev.outlay.destination.Mirror;
import dev.outlay.destination.Promise;
import dev.outlay.export.Standing.State;
import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure.KeepFailed;
import dev.outlay.metric.MetricFamilies;
import dev.outlay.price.PriceBook;
import dev.outlay.shape.StoredTable;
import dev.outlay.store.Store;
import dev.outlay.store.StoreSettings;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Column;
import dev.outlay.table.Rows;
import dev.outlay.table.Scope;
import dev.outlay.table.Series;
import dev.outlay.table.Table;
import dev.outlay.testkit.ManualTicker;
import dev.outlay.testkit.MemoryDestination;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CouriersTest {
  private static final Instant NOW = Instant.parse("2026-03-05T00:00:00Z");

  /** A table of the real catalogue, so that the usual form has it. */
  private static final Table INVITED =
      Datasets.named("organization").orElseThrow().tables().getFirst();

  private final MemoryDestination memory = new MemoryDestination("memory");
  private final AtomicBoolean down = new AtomicBoolean();
  private final CountDownLatch held = new CountDownLatch(1);
  private final ManualTicker ticker = new ManualTicker();
  private @Nullable Store opened;

  @BeforeEach
  void open(@TempDir Path folder) {
    opened = Store.open(folder.resolve("s.duckdb"), StoreSettings.DEFAULT);
    store().prepare(Datasets.ALL.stream().flatMap(each -> each.tables().stream()).toList());
  }

  @AfterEach
  void close() {
    store().close();
  }

  @Test
  void whatIsCommittedIsThereSoonAfter() throws Exception {
    try (Couriers couriers = begin("good")) {
      await(() -> couriers.standings().getFirst().state() == State.CURRENT);
      load("First");
      await(() -> there() == 1);
      await(() -> couriers.standings().getFirst().behindSince().isEmpty());
      assertThat(couriers.standings().getFirst().written()).isEqualTo(1);
    }
  }

  @Test
  void onePlaceThatIsDownKeepsNoOtherWaiting() throws Exception {
    down.set(true);
    load("First");
    try (Couriers couriers = begin("bad", "good")) {
      await(() -> there() == 1);
      await(() -> couriers.standings().getFirst().state() == State.FAILING);
      assertThat(couriers.standings().getFirst().failure().orElseThrow()).contains("it is down");
      assertThat(couriers.standings().getFirst().behindSince()).contains(NOW);
      assertThat(couriers.standings().getLast().failure()).isEmpty();
    }
  }

  @Test
  void aPlaceThatComesBackHealsByItself() throws Exception {
    down.set(true);
    load("First");
    try (Couriers couriers = begin("bad")) {
      await(() -> ticker.slept().size() > 2);
      assertThat(ticker.slept().subList(0, 3))
          .containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(40));
      down.set(false);
      await(() -> there() == 1);
      await(() -> couriers.standings().getFirst().state() == State.CURRENT);
    }
  }

  @Test
  void aPlaceThatHangsDoesNotKeepTheEndWaiting() throws Exception {
    load("First");
    Couriers couriers = begin("hanging");
    await(() -> couriers.standings().getFirst().state() == State.PASSING);
    couriers.close();
    assertThat(there()).isZero();
  }

  private Couriers begin(String... names) {
    List<Named> named =
        List.of(names).stream()
            .map(name -> new Named(name, name + "://here", Formats.TABLES, Set.of(), Map.of()))
            .toList();
    Kinds kinds =
        new Kinds(List.of(new Memory("good"), new Memory("bad"), new Memory("hanging")), List.of());
    return Couriers.begin(
        new Exports(
            store(),
            () -> kinds,
            Formats.all(),
            named,
            PriceBook::shipped,
            new Pushing(() -> MetricFamilies.all(List.of()), "test"),
            () -> NOW),
        ticker);
  }

  private int there() {
    return memory.rows(new StoredTable(INVITED).table()).size();
  }

  private void load(String name) {
    @Nullable Object[] cells = new @Nullable Object[INVITED.columns().size()];
    for (int i = 0; i < cells.length; i++) {
      Column column = INVITED.columns().get(i);
      cells[i] = column.type() == TEXT ? name : null;
    }
    Delivery all =
        new Delivery(
            "c", Series.of("organization"), List.of(INVITED), Scope.EVERYTHING, Instant.MIN, NOW);
    try (Load load = store().begin(all)) {
      List<@Nullable Object[]> rows = new ArrayList<>();
      rows.add(cells);
      load.add(0, new Rows(INVITED, rows));
      load.commit(Checkpoint.START.readAt(NOW));
    }
  }

  private Store store() {
    return Objects.requireNonNull(opened);
  }

  private static void await(BooleanSupplier met) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!met.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited in vain").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  /** The memory as a kind; {@code bad} may be down, {@code hanging} never answers. */
  private final class Memory implements DestinationKind {
    private final String name;

    Memory(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Set<String> schemes() {
      return Set.of(name);
    }

    @Override
    public Promise promise() {
      return new Promise("", Guarantee.EXACTLY_ONCE, "", "", "", "");
    }

    @Override
    public Mirror open(Address address, InstantSource clock) {
      if (name.equals("bad") && down.get()) {
        throw new KeepFailed(Attempt.to("opening it", name, ""), "it is down", "Wait.");
      }
      if (name.equals("hanging")) {
        hang();
      }
      return new Lasting(memory);
    }

    private void hang() {
      try {
        held.await();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        throw new KeepFailed(Attempt.to("opening it", name, ""), "interrupted", "");
      }
    }
  }
}
