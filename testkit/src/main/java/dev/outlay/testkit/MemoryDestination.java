package dev.outlay.testkit;

import dev.outlay.destination.Amendment;
import dev.outlay.destination.Changes;
import dev.outlay.destination.Delivery;
import dev.outlay.destination.Guarantee;
import dev.outlay.destination.Identity;
import dev.outlay.destination.Labelled;
import dev.outlay.destination.Load;
import dev.outlay.destination.Mirror;
import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure.KeepFailed;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Column;
import dev.outlay.table.Series;
import dev.outlay.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps the current rows in memory, without history and without holding. For tests. */
public final class MemoryDestination implements Mirror {
  private record Kept(String connection, List<@Nullable Object> cells) {}

  private final String name;
  private final Map<String, Table> tables = new HashMap<>();
  private final Map<String, List<Kept>> rows = new HashMap<>();
  private final Map<String, Checkpoint> checkpoints = new HashMap<>();
  private final Set<String> heldOnce = new HashSet<>();
  private boolean gone;

  public MemoryDestination(String name) {
    this.name = name;
  }

  @Override
  public Guarantee guarantee() {
    return Guarantee.EXACTLY_ONCE;
  }

  @Override
  public synchronized void prepare(List<Table> wanted) {
    check("making the tables ready");
    for (Table table : wanted) {
      Table old = tables.get(table.name());
      if (old != null) {
        refuseOtherTypes(old, table);
        rows.computeIfPresent(table.name(), (_, kept) -> widened(kept, old, table));
      }
      tables.put(table.name(), table);
      rows.computeIfAbsent(table.name(), _ -> new ArrayList<>());
    }
  }

  @Override
  public Load begin(Delivery delivery) {
    checkReady(delivery);
    return new MemoryLoad(this, delivery);
  }

  @Override
  public Amendment amend(Delivery delivery) {
    checkReady(delivery);
    return new MemoryAmendment(this, delivery);
  }

  private synchronized void checkReady(Delivery delivery) {
    check("opening a load");
    delivery.tables().stream()
        .filter(table -> !table.equals(tables.get(table.name())))
        .forEach(table -> fail("opening a load", table.name() + " was not made ready"));
  }

  @Override
  public synchronized Set<String> connections() {
    return checkpoints.keySet().stream()
        .map(key -> key.substring(0, key.indexOf('\n')))
        .collect(Collectors.toSet());
  }

  @Override
  public synchronized Checkpoint of(String connection, Series series) {
    return checkpoints.getOrDefault(connection + "\n" + series, Checkpoint.START);
  }

  /** The rows of a table that are known now, of all connections, cells in the table's order. */
  public synchronized List<List<@Nullable Object>> rows(Table table) {
    return rows.getOrDefault(table.name(), List.of()).stream().map(Kept::cells).toList();
  }

  /** Everything fails from now on. */
  @Override
  public synchronized void close() {
    gone = true;
  }

  synchronized Changes apply(
      Delivery delivery, Map<Table, List<List<@Nullable Object>>> came, Checkpoint after) {
    check("keeping rows");
    MemoryDifference difference = new MemoryDifference(delivery);
    Changes changes = Changes.NONE;
    boolean tooMuch = false;
    Map<String, List<Kept>> next = new HashMap<>();
    for (Table table : delivery.tables()) {
      List<List<@Nullable Object>> inScope = new ArrayList<>();
      List<Kept> kept = new ArrayList<>();
      for (Kept row : rows.getOrDefault(table.name(), List.of())) {
        boolean mine = row.connection.equals(delivery.connection());
        if (mine && difference.inScope(table, row.cells)) {
          inScope.add(row.cells);
        } else {
          kept.add(row);
        }
      }
      List<List<@Nullable Object>> fresh = came.getOrDefault(table, List.of());
      changes = changes.plus(difference.between(table, inScope, fresh));
      tooMuch |= difference.closesTooMuch(table, inScope, fresh);
      kept.removeIf(row -> moved(table, row, fresh));
      fresh.forEach(cells -> kept.add(new Kept(delivery.connection(), cells)));
      next.put(table.name(), kept);
    }
    String mark = delivery.connection() + "\n" + delivery.series() + "\n" + came;
    if (tooMuch && heldOnce.add(mark)) {
      return new Changes(changes.read(), 0, 0, 0, true);
    }
    heldOnce.remove(mark);
    rows.putAll(next);
    checkpoints.put(delivery.connection() + "\n" + delivery.series(), after);
    return changes;
  }

  /** Where one text tells a row from all others, it can only be in one place. */
  private static boolean moved(Table table, Kept row, List<List<@Nullable Object>> fresh) {
    return table.columns().getFirst().name().equals(Labelled.ROW_ID)
        && fresh.stream().anyMatch(cells -> Objects.equals(cells.getFirst(), row.cells.getFirst()));
  }

  /** Rows by their key: those removed go first. */
  synchronized Changes amend(
      Delivery delivery,
      Map<Table, Map<String, List<@Nullable Object>>> added,
      Map<Table, Set<String>> removed,
      Checkpoint after) {
    check("keeping rows");
    Changes changes = Changes.NONE;
    for (Table table : delivery.tables()) {
      Map<String, Kept> kept = new LinkedHashMap<>();
      rows.getOrDefault(table.name(), List.of())
          .forEach(row -> kept.put(Identity.of(table, row.cells.toArray()), row));
      changes =
          changes.plus(
              new MemoryChange(
                      table,
                      added.getOrDefault(table, Map.of()),
                      removed.getOrDefault(table, Set.of()))
                  .apply(kept, cells -> new Kept(delivery.connection(), cells), Kept::cells));
      rows.put(table.name(), new ArrayList<>(kept.values()));
    }
    checkpoints.put(delivery.connection() + "\n" + delivery.series(), after);
    return changes;
  }

  void check(String tried) {
    if (gone) {
      fail(tried, "it is gone");
    }
  }

  void fail(String tried, String came) {
    throw new KeepFailed(Attempt.to(tried, name, ""), came, "Open it again.");
  }

  private void refuseOtherTypes(Table old, Table table) {
    for (Column column : table.columns()) {
      old.columns().stream()
          .filter(before -> before.name().equals(column.name()))
          .filter(before -> !before.type().equals(column.type()))
          .forEach(before ->
              fail(
                  "making the tables ready",
                  "column %s of %s is %s and would have to be %s"
                      .formatted(column.name(), table.name(), before.type(), column.type())));
    }
  }

  private static List<Kept> widened(List<Kept> kept, Table old, Table table) {
    List<String> before = old.columns().stream().map(Column::name).toList();
    List<Kept> widened = new ArrayList<>();
    for (Kept row : kept) {
      List<@Nullable Object> cells = new ArrayList<>();
      for (Column column : table.columns()) {
        int index = before.indexOf(column.name());
        cells.add(index < 0 ? null : row.cells.get(index));
      }
      widened.add(new Kept(row.connection, cells));
    }
    return widened;
  }
}
