package dev.outlay.destinations.warehouse;

import dev.outlay.destination.Amendment;
import dev.outlay.destination.Delivery;
import dev.outlay.destination.Guarantee;
import dev.outlay.destination.Load;
import dev.outlay.destination.Mirror;
import dev.outlay.destination.Progress;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Scope;
import dev.outlay.table.Series;
import dev.outlay.table.Table;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A warehouse as a mirror. Rows wait here, go there in one piece, and are merged there by one
 * statement a table; the checkpoint comes with them, or last.
 */
public final class WarehouseMirror implements Mirror {
  private final Warehouse warehouse;
  private final StageNames names;
  private final Kept kept;
  private final Set<WarehouseLoad> open = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final ReentrantLock writing = new ReentrantLock();

  public WarehouseMirror(Warehouse warehouse, InstantSource clock) {
    this.warehouse = warehouse;
    this.names = new StageNames(clock);
    this.kept = new Kept(warehouse);
  }

  @Override
  public Guarantee guarantee() {
    return warehouse.guarantee();
  }

  @Override
  public void prepare(List<Table> tables) {
    check("making the tables ready");
    names.left(warehouse).forEach(warehouse::drop);
    new Shelves(warehouse).prepare(tables);
  }

  @Override
  public Load begin(Delivery delivery) {
    return load(delivery, Optional.of(delivery.scope()));
  }

  @Override
  public Amendment amend(Delivery delivery) {
    return load(delivery, Optional.empty());
  }

  @Override
  public Checkpoint of(String connection, Series series) {
    check("reading how far it is");
    return kept.of(connection, series);
  }

  @Override
  public Set<String> connections() {
    return progress().connections();
  }

  @Override
  public Progress progress() {
    check("reading how far it is");
    return kept.all();
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      open.forEach(WarehouseLoad::close);
      warehouse.close();
    }
  }

  private WarehouseLoad load(Delivery delivery, Optional<Scope> filled) {
    check("opening a load");
    WarehouseLoad load =
        new WarehouseLoad(warehouse, names, delivery, filled, writing, open::remove);
    open.add(load);
    return load;
  }

  private void check(String tried) {
    if (closed.get()) {
      throw warehouse.because(tried, "it is closed", "Open it again.");
    }
  }
}
