package dev.outlay.testkit;

import dev.outlay.destination.Amendment;
import dev.outlay.destination.Changes;
import dev.outlay.destination.Delivery;
import dev.outlay.destination.Identity;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Rows;
import dev.outlay.table.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Open changes of a {@link MemoryDestination}. */
final class MemoryAmendment implements Amendment {
  private final MemoryDestination destination;
  private final Delivery delivery;
  private final TreeMap<Integer, Map<Table, Map<String, List<@Nullable Object>>>> pages =
      new TreeMap<>();
  private final Map<Table, Set<String>> removed = new HashMap<>();

  MemoryAmendment(MemoryDestination destination, Delivery delivery) {
    this.destination = destination;
    this.delivery = delivery;
  }

  @Override
  public void add(int page, Rows rows) {
    destination.check("taking rows");
    Map<String, List<@Nullable Object>> added =
        pages
            .computeIfAbsent(page, _ -> new HashMap<>())
            .computeIfAbsent(rows.table(), _ -> new LinkedHashMap<>());
    rows.cells()
        .forEach(cells -> added.put(Identity.of(rows.table(), cells), Arrays.asList(cells)));
  }

  @Override
  public void remove(Rows keys) {
    destination.check("taking rows");
    Set<String> gone = removed.computeIfAbsent(keys.table(), _ -> new HashSet<>());
    keys.cells().forEach(cells -> gone.add(Identity.of(keys.table(), cells)));
  }

  @Override
  public void discard(int page) {
    pages.tailMap(page, true).clear();
  }

  @Override
  public Changes commit(Checkpoint after) {
    Map<Table, Map<String, List<@Nullable Object>>> added = new HashMap<>();
    pages
        .values()
        .forEach(page ->
            page.forEach((table, rows) ->
                added.computeIfAbsent(table, _ -> new LinkedHashMap<>()).putAll(rows)));
    return destination.amend(delivery, added, removed, after);
  }

  @Override
  public void close() {
    pages.clear();
  }
}
