package dev.outlay.shape.focus;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import dev.outlay.table.Column;
import dev.outlay.table.Rows;
import dev.outlay.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** CSV as in RFC 4180, UTF-8, with a heading; null is nothing, an empty text is {@code ""}. */
final class CsvFile implements FocusFile {
  private final CsvWriter out;

  CsvFile(Path file, Table table) throws IOException {
    out =
        CsvWriter.builder()
            .quoteStrategy(QuoteStrategies.EMPTY)
            .lineDelimiter(LineDelimiter.CRLF)
            .build(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    out.writeRecord(table.columns().stream().map(Column::name).toList());
  }

  @Override
  public void add(Rows rows) {
    rows.cells()
        .forEach(cells -> out.writeRecord(Arrays.stream(cells).map(CsvFile::text).toList()));
  }

  @Override
  public void end() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private static @Nullable String text(@Nullable Object cell) {
    return cell == null ? null : CellText.of(cell);
  }
}
