package dev.outlay.cli.output;

import dev.outlay.store.ResultSink.ResultColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One column of a table on a screen.
 *
 * @param name its heading
 * @param kind what it holds
 * @param places behind the point, for numbers
 * @param width in cells of the screen
 */
record TableColumn(String name, Kind kind, int places, int width) {
  private static final int NARROWEST = 8;
  private static final int GAP = 2;

  static TableColumn of(ResultColumn column, Stream<@Nullable Object> sample) {
    List<Object> cells = sample.filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    Kind kind = Kind.of(column);
    int places =
        kind == Kind.NUMBER ? cells.stream().mapToInt(TableColumn::places).max().orElse(0) : 0;
    String name = SafeText.line(column.name());
    TableColumn narrow = new TableColumn(name, kind, places, 0);
    return narrow.wide(
        Stream.concat(Stream.of(name), cells.stream().map(narrow::text))
            .mapToInt(TextWidth::of)
            .max()
            .orElse(0));
  }

  /** The columns, those of text cut down from the widest until all fit, as far as that goes. */
  static List<TableColumn> within(int screen, List<TableColumn> natural) {
    List<TableColumn> columns = new ArrayList<>(natural);
    int over =
        columns.stream().mapToInt(TableColumn::width).sum() - screen + GAP * (columns.size() - 1);
    for (; over > 0; over--) {
      int widest = widest(columns);
      if (widest < 0) {
        break;
      }
      columns.set(widest, columns.get(widest).wide(columns.get(widest).width - 1));
    }
    return columns;
  }

  String heading() {
    return placed(cut(name));
  }

  String rule() {
    return "─".repeat(width);
  }

  String text(Object cell) {
    return cell instanceof Number number && kind == Kind.NUMBER && Figures.exact(number)
        ? Figures.grouped(Figures.plain(number), places)
        : SafeText.line(CellText.of(cell));
  }

  /** Text within the column; numbers and times are always shown whole. */
  String cut(String text) {
    return kind.mayBeCut() ? TextWidth.cut(text, width) : text;
  }

  String placed(String text) {
    String space = " ".repeat(Math.max(0, width - TextWidth.of(text)));
    return kind == Kind.NUMBER ? space + text : text + space;
  }

  private TableColumn wide(int cells) {
    return new TableColumn(name, kind, places, cells);
  }

  private static int places(Object cell) {
    return cell instanceof Number number && Figures.exact(number)
        ? Figures.scale(Figures.plain(number))
        : 0;
  }

  private static int widest(List<TableColumn> columns) {
    return IntStream.range(0, columns.size())
        .boxed()
        .filter(i -> columns.get(i).kind.mayBeCut() && columns.get(i).width > NARROWEST)
        .max(Comparator.comparingInt(i -> columns.get(i).width))
        .orElse(-1);
  }
}
