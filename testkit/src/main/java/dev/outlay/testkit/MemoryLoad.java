package dev.outlay.testkit;

import dev.outlay.destination.Changes;
import dev.outlay.destination.Delivery;
import dev.outlay.destination.Load;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Rows;
import dev.outlay.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An open load of a {@link MemoryDestination}. */
final class MemoryLoad implements Load {
  private final MemoryDestination destination;
  private final Delivery delivery;
  private final TreeMap<Integer, List<Rows>> pages = new TreeMap<>();
  private boolean over;

  MemoryLoad(MemoryDestination destination, Delivery delivery) {
    this.destination = destination;
    this.delivery = delivery;
  }

  @Override
  public void add(int page, Rows rows) {
    check();
    if (Thread.currentThread().isInterrupted()) {
      destination.fail("taking rows", "it was interrupted");
    }
    pages.computeIfAbsent(page, _ -> new ArrayList<>()).add(rows);
  }

  @Override
  public void discard(int page) {
    check();
    pages.tailMap(page, true).clear();
  }

  @Override
  public Changes commit(Checkpoint after) {
    check();
    Map<Table, List<List<@Nullable Object>>> came = new HashMap<>();
    pages.values().stream()
        .flatMap(List::stream)
        .forEach(rows ->
            rows.cells()
                .forEach(cells ->
                    came.computeIfAbsent(rows.table(), _ -> new ArrayList<>())
                        .add(Arrays.asList(cells))));
    Changes changes = destination.apply(delivery, came, after);
    over = true;
    return changes;
  }

  @Override
  public void close() {
    over = true;
  }

  private void check() {
    destination.check("taking rows");
    if (over) {
      destination.fail("taking rows", "the load is over");
    }
  }
}
