package dev.outlay.cli.output;

import dev.outlay.store.ResultSink.ResultColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Aligned columns. Their widths come from the first rows; what follows streams, so that memory does
 * not grow with the result.
 */
final class TablePrinter implements Printer {
  private static final int LOOKED_AT = 1000;

  private final TextOut out;
  private final Screen screen;
  private final List<@Nullable Object[]> first = new ArrayList<>();
  private List<ResultColumn> columns = List.of();
  private List<TableColumn> laidOut = List.of();

  TablePrinter(TextOut out, Screen screen) {
    this.out = out;
    this.screen = screen;
  }

  @Override
  public void columns(List<ResultColumn> all) {
    columns = all;
  }

  @Override
  public void row(@Nullable Object[] cells) {
    if (!laidOut.isEmpty()) {
      line(cells);
    } else if (first.add(cells) && first.size() == LOOKED_AT) {
      layOut();
    }
  }

  @Override
  public void end() {
    if (laidOut.isEmpty()) {
      layOut();
    }
    out.flush();
  }

  private void layOut() {
    List<TableColumn> natural =
        IntStream.range(0, columns.size())
            .mapToObj(i -> TableColumn.of(columns.get(i), first.stream().map(row -> row[i])))
            .toList();
    laidOut = TableColumn.within(screen.width(), natural);
    print(laidOut.stream().map(column -> screen.bold(column.heading())).toList());
    print(laidOut.stream().map(column -> screen.dim(column.rule())).toList());
    first.forEach(this::line);
    first.clear();
  }

  private void line(@Nullable Object[] cells) {
    print(IntStream.range(0, cells.length).mapToObj(i -> cell(i, cells[i])).toList());
  }

  private String cell(int i, @Nullable Object cell) {
    TableColumn column = laidOut.get(i);
    if (cell == null) {
      return column.placed(Figures.NOTHING).replace(Figures.NOTHING, screen.dim(Figures.NOTHING));
    }
    String text = column.text(cell);
    return column.placed(screen.terminal() ? column.cut(text) : text);
  }

  private void print(List<String> cells) {
    out.raw(cells.stream().collect(Collectors.joining("  ")).stripTrailing()).raw("\n");
  }
}
