package dev.outlay.cli.output;

import dev.outlay.store.ResultSink.ResultColumn;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** CSV as in RFC 4180: a heading, CRLF, NULL as nothing and empty text as {@code ""}. */
final class CsvPrinter implements Printer {
  private static final Pattern QUOTED = Pattern.compile("[\",\\r\\n]|^\\s|\\s$|^$");

  private final TextOut out;

  CsvPrinter(TextOut out) {
    this.out = out;
  }

  @Override
  public void columns(List<ResultColumn> all) {
    line(all.stream().map(ResultColumn::name).toArray());
  }

  @Override
  public void row(@Nullable Object[] cells) {
    line(cells);
  }

  @Override
  public void end() {
    out.flush();
  }

  private void line(@Nullable Object[] cells) {
    out.data(
        Arrays.stream(cells).map(CsvPrinter::cell).collect(Collectors.joining(",", "", "\r\n")));
  }

  private static String cell(@Nullable Object cell) {
    return cell == null ? "" : quoted(CellText.of(cell));
  }

  private static String quoted(String text) {
    return QUOTED.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
