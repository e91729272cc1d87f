package dev.outlay.admin;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Node;
import dev.outlay.source.Intake;
import dev.outlay.table.Rows;
import dev.outlay.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the items of a page into rows and hands them on in batches. */
final class Batches {
  private static final int SIZE = 1000;
  private final Dataset dataset;
  private final Map<String, String> asked;
  private final Check check;
  private final Intake intake;
  private final int page;
  private final List<Table> tables;
  private final List<List<@Nullable Object[]>> waiting = new ArrayList<>();

  Batches(Dataset dataset, Map<String, String> asked, Check check, Intake intake, int page) {
    this.dataset = dataset;
    this.asked = asked;
    this.check = check;
    this.intake = intake;
    this.page = page;
    this.tables = dataset.tables();
    tables.forEach(table -> waiting.add(new ArrayList<>()));
  }

  void item(Node outer, Node item) {
    @Nullable Object[] cells = dataset.cells(outer, item, asked);
    if (check.keep(cells)) {
      waiting.getFirst().add(cells);
      for (int i = 1; i < tables.size(); i++) {
        waiting.get(i).addAll(dataset.sides().get(i - 1).rows().apply(item));
      }
      flush(SIZE);
    }
  }

  /** Hands on every batch of at least that size. */
  void flush(int least) {
    for (int i = 0; i < tables.size(); i++) {
      if (waiting.get(i).size() >= least) {
        intake.rows(page, new Rows(tables.get(i), List.copyOf(waiting.get(i))));
        waiting.get(i).clear();
      }
    }
  }
}
