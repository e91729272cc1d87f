package dev.outlay.cli.output;

import dev.outlay.store.ResultSink.ResultColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON, one object a row; a second column of one name is called {@code name_1}. */
final class JsonPrinter implements Printer {
  /** How rows hang together. */
  enum Frame {
    ARRAY("[\n", ",\n", "\n]\n", "[]\n"),
    LINES("", "\n", "\n", "");

    private final String first;
    private final String between;
    private final String last;
    private final String empty;

    Frame(String first, String between, String last, String empty) {
      this.first = first;
      this.between = between;
      this.last = last;
      this.empty = empty;
    }
  }

  private final TextOut out;
  private final Frame frame;
  private List<ResultColumn> columns = List.of();
  private List<String> names = List.of();
  private boolean begun;

  JsonPrinter(TextOut out, Frame frame) {
    this.out = out;
    this.frame = frame;
  }

  @Override
  public void columns(List<ResultColumn> all) {
    columns = all;
    Map<String, Integer> seen = new HashMap<>();
    names = all.stream().map(column -> JsonText.of(unique(column.name(), seen))).toList();
  }

  @Override
  public void row(@Nullable Object[] cells) {
    out.raw(begun ? frame.between : frame.first);
    begun = true;
    for (int i = 0; i < cells.length; i++) {
      out.raw(i == 0 ? "{" : ",").data(names.get(i)).raw(":").data(cell(i, cells[i]));
    }
    out.raw("}");
  }

  @Override
  public void end() {
    out.raw(begun ? frame.last : frame.empty);
  }

  private String cell(int column, @Nullable Object cell) {
    return cell instanceof String text && Kind.of(columns.get(column)) == Kind.JSON
        ? JsonText.embedded(text)
        : JsonText.of(cell);
  }

  private static String unique(String name, Map<String, Integer> seen) {
    int times = seen.merge(name, 1, Integer::sum);
    return times == 1 ? name : unique(name + "_" + (times - 1), seen);
  }
}
