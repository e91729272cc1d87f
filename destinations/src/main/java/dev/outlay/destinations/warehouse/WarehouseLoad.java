package dev.outlay.destinations.warehouse;

import dev.outlay.destination.Amendment;
import dev.outlay.destination.Changes;
import dev.outlay.destination.Delivery;
import dev.outlay.failure.Failure.KeepFailed;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Rows;
import dev.outlay.table.Scope;
import dev.outlay.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An open load: its rows wait here until the end. */
final class WarehouseLoad implements Amendment {
  private static final String TRIED = "taking rows";
  private static final String KEEPING = "keeping rows";

  private final Warehouse warehouse;
  private final StageNames names;
  private final Delivery delivery;
  private final Optional<Scope> filled;
  private final ReentrantLock writing;
  private final Consumer<WarehouseLoad> whenOver;
  private final Map<String, Stage> stages = new HashMap<>();
  private volatile boolean over;

  WarehouseLoad(
      Warehouse warehouse,
      StageNames names,
      Delivery delivery,
      Optional<Scope> filled,
      ReentrantLock writing,
      Consumer<WarehouseLoad> whenOver) {
    this.warehouse = warehouse;
    this.names = names;
    this.delivery = delivery;
    this.filled = filled;
    this.writing = writing;
    this.whenOver = whenOver;
  }

  @Override
  public void add(int page, Rows rows) {
    check();
    stage(rows.table()).add(page, rows);
  }

  @Override
  public void remove(Rows keys) {
    check();
    stage(keys.table()).remove(keys);
  }

  @Override
  public synchronized void discard(int page) {
    check();
    stages.values().forEach(stage -> stage.discard(page));
  }

  @Override
  public Changes commit(Checkpoint after) {
    check();
    List<Table> tables = delivery.tables().stream().filter(this::matters).toList();
    tables.forEach(table -> stage(table).put());
    Changes changes = applied(tables, after);
    close();
    return changes;
  }

  @Override
  public synchronized void close() {
    if (over) {
      return;
    }
    over = true;
    whenOver.accept(this);
    stages.values().forEach(WarehouseLoad::dropped);
  }

  private static void dropped(Stage stage) {
    try {
      stage.close();
    } catch (KeepFailed _) {
      // What is left behind goes a day later.
    }
  }

  /** An empty stage of changes says nothing; one of a scope clears it. */
  private boolean matters(Table table) {
    return filled.isPresent() || !stage(table).isEmpty();
  }

  /** One at a time of this process. What changes nothing is not run: it would be billed. */
  private Changes applied(List<Table> tables, Checkpoint after) {
    writing.lock();
    try {
      Changes all = Changes.NONE;
      List<String> statements = new ArrayList<>();
      for (Table table : tables) {
        Merge merge = new Merge(warehouse, table, stage(table).table(), filled);
        Changes changes = counted(table, merge);
        if (changes.added() + changes.changed() + changes.closed() > 0) {
          statements.add(merge.statement());
        }
        all = all.plus(changes);
      }
      statements.add(new Kept(warehouse).keep(delivery.connection(), delivery.series(), after));
      warehouse.apply(KEEPING, statements);
      return all;
    } finally {
      writing.unlock();
    }
  }

  private Changes counted(Table table, Merge merge) {
    List<@Nullable String> counts = warehouse.ask(KEEPING, merge.counts()).getFirst();
    return new Changes(
        stage(table).came(), count(counts, 0), count(counts, 1), count(counts, 2), false);
  }

  private static long count(List<@Nullable String> counts, int at) {
    return Long.parseLong(String.valueOf(counts.get(at)));
  }

  private synchronized Stage stage(Table table) {
    check();
    return stages.computeIfAbsent(table.name(), _ -> new Stage(warehouse, names.next(), table));
  }

  private void check() {
    if (over) {
      throw warehouse.because(TRIED, "the load is over", "Begin another.");
    }
    if (Thread.currentThread().isInterrupted()) {
      throw warehouse.because(TRIED, "it was interrupted", "Nothing of this load was kept.");
    }
  }
}
