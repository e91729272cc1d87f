package dev.outlay.admin;

import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.Node;
import dev.outlay.dataset.RowReader;
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
  private final RowReader reader;
  private final Check check;
  private final Intake intake;
  private final int page;
  private final List<Table> tables;
  private boolean looked;
  private final List<List<@Nullable Object[]>> waiting = new ArrayList<>();

  Batches(Dataset dataset, Map<String, String> asked, Check check, Intake intake, int page) {
    this.dataset = dataset;
    this.reader = dataset.reader(asked);
    this.check = check;
    this.intake = intake;
    this.page = page;
    this.tables = dataset.tables();
    tables.forEach(table -> waiting.add(new ArrayList<>()));
  }

  void item(Node outer, Node item) {
    if (!looked) {
      look(item);
    }
    @Nullable Object[] cells = reader.cells(outer, item);
    if (check.keep(cells)) {
      waiting.getFirst().add(cells);
      for (int i = 1; i < tables.size(); i++) {
        waiting.get(i).addAll(dataset.sides().get(i - 1).rows().apply(item));
      }
      flush(SIZE);
    }
  }

  /** Once a page is enough to see what the API has added. */
  private void look(Node item) {
    List<String> unknown = dataset.unknown(item);
    looked = true;
    if (!unknown.isEmpty()) {
      intake.unknown(unknown);
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
