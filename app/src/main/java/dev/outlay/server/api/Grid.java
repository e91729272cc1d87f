package dev.outlay.server.api;

import dev.outlay.store.Answers;
import dev.outlay.store.ResultSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of a query in memory, up to so many rows. */
final class Grid implements ResultSink {
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1;

    Enough() {
      super(null, null, false, false);
    }
  }

  private final int most;
  private final List<ResultColumn> columns = new ArrayList<>();
  private final List<List<@Nullable Object>> rows = new ArrayList<>();
  private boolean cut;

  private Grid(int most) {
    this.most = most;
  }

  static Grid of(Answers answers, String sql, int most) {
    Grid grid = new Grid(most);
    try {
      answers.query(sql, grid);
    } catch (Enough _) {
      grid.cut = true;
    }
    return grid;
  }

  @Override
  public void columns(List<ResultColumn> all) {
    columns.addAll(all);
  }

  @Override
  public void row(@Nullable Object[] cells) {
    if (rows.size() == most) {
      throw new Enough();
    }
    rows.add(Arrays.asList(cells));
  }

  List<GridColumn> columns() {
    return columns.stream().map(each -> new GridColumn(each.name(), each.type())).toList();
  }

  List<List<@Nullable Object>> rows() {
    return rows;
  }

  /** Whether there were more rows. */
  boolean cut() {
    return cut;
  }
}
