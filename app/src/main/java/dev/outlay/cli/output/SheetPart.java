package dev.outlay.cli.output;

import dev.outlay.ask.Answer.Row;
import dev.outlay.store.ResultSink;
import dev.outlay.store.ResultSink.ResultColumn;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One column of an answer.
 *
 * @param head its name and type
 * @param cell what a row has there
 */
record SheetPart(ResultColumn head, Function<Row, @Nullable Object> cell) {
  static SheetPart of(String name, String type, Function<Row, @Nullable Object> cell) {
    return new SheetPart(new ResultColumn(name, type), cell);
  }

  static SheetPart text(String name, Function<Row, @Nullable Object> cell) {
    return of(name, "VARCHAR", cell);
  }

  /** A figure that is text already, but stands where figures do. */
  static SheetPart figure(String name, Function<Row, @Nullable Object> cell) {
    return of(name, "DECIMAL(38,2)", cell);
  }

  static void print(ResultSink sink, List<SheetPart> parts, Stream<Row> rows) {
    sink.columns(parts.stream().map(SheetPart::head).toList());
    rows.forEach(row -> sink.row(cells(parts, row)));
  }

  private static @Nullable Object[] cells(List<SheetPart> parts, Row row) {
    @Nullable Object[] cells = new Object[parts.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = parts.get(i).cell.apply(row);
    }
    return cells;
  }
}
