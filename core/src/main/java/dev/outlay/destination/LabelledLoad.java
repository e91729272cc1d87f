package dev.outlay.destination;

import dev.outlay.table.Checkpoint;
import dev.outlay.table.Rows;
import dev.outlay.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Labels rows on their way. Numbered tables are small, and wait for all their twins. */
final class LabelledLoad implements Load {
  private final Delivery delivery;
  private final Load load;
  private final Labels labels;
  private final TreeMap<Integer, List<Rows>> waiting = new TreeMap<>();

  LabelledLoad(Delivery delivery, Load load) {
    this.delivery = delivery;
    this.load = load;
    this.labels = new Labels(delivery);
  }

  @Override
  public void add(int page, Rows rows) {
    if (rows.table().twins() == Table.Twins.NUMBERED) {
      waiting.computeIfAbsent(page, _ -> new ArrayList<>()).add(rows);
    } else {
      load.add(page, labelled(page, rows));
    }
  }

  @Override
  public void discard(int page) {
    waiting.tailMap(page, true).clear();
    labels.discard(page);
    load.discard(page);
  }

  @Override
  public Changes commit(Checkpoint after) {
    for (Table table : delivery.tables()) {
      List<@Nullable Object[]> cells = inOrder(table);
      if (!cells.isEmpty()) {
        load.add(0, labelled(0, new Rows(table, cells)));
      }
    }
    waiting.clear();
    return load.commit(after);
  }

  @Override
  public void close() {
    load.close();
  }

  private List<@Nullable Object[]> inOrder(Table table) {
    return waiting.values().stream()
        .flatMap(List::stream)
        .filter(rows -> rows.table().equals(table))
        .flatMap(rows -> rows.cells().stream())
        .sorted(Comparator.comparing(Arrays::toString))
        .toList();
  }

  private Rows labelled(int page, Rows rows) {
    List<@Nullable Object[]> cells = new ArrayList<>(rows.size());
    rows.cells().forEach(row -> cells.add(labels.before(page, rows.table(), row)));
    return new Rows(Labelled.label(rows.table()), cells);
  }
}
