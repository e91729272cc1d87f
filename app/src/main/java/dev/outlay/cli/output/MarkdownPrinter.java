package dev.outlay.cli.output;

import dev.outlay.store.ResultSink.ResultColumn;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table of GitHub's Markdown; text is escaped, so it shows as it is. */
final class MarkdownPrinter implements Printer {
  private static final Pattern MARKS = Pattern.compile("[\\\\`*_{}\\[\\]<>|~&#]");

  private final TextOut out;
  private List<ResultColumn> columns = List.of();

  MarkdownPrinter(TextOut out) {
    this.out = out;
  }

  @Override
  public void columns(List<ResultColumn> all) {
    columns = all;
    line(all.stream().map(column -> escaped(column.name())));
    line(all.stream().map(column -> Kind.of(column) == Kind.NUMBER ? "---:" : "---"));
  }

  @Override
  public void row(@Nullable Object[] cells) {
    line(Arrays.stream(cells).map(MarkdownPrinter::cell));
  }

  @Override
  public void end() {
    out.flush();
  }

  private void line(Stream<String> cells) {
    out.raw(cells.collect(Collectors.joining(" | ", "| ", columns.isEmpty() ? "\n" : " |\n")));
  }

  private static String cell(@Nullable Object cell) {
    return switch (cell) {
      case null -> Figures.NOTHING;
      case Number number -> Figures.grouped(number);
      default -> escaped(CellText.of(cell));
    };
  }

  private static String escaped(String text) {
    String oneLine = text.replace("\r\n", "<br>").replace("\n", "<br>");
    return Stream.of(oneLine.split("<br>", -1))
        .map(part -> MARKS.matcher(SafeText.line(part)).replaceAll("\\\\$0"))
        .collect(Collectors.joining("<br>"));
  }
}
