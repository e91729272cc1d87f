package dev.outlay.shape.focus.check;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.outlay.store.ResultSink.ResultColumn;
import dev.outlay.store.UnreadableFile;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A CSV file in UTF-8, with or without a mark at its beginning. */
record CsvSource(Path file) {
  private static final int LARGEST_CELL = 1 << 20;
  private static final int LARGEST_ROW = 1 << 22;
  private static final int MOST_COLUMNS = 4_096;
  private static final String MARK = "\uFEFF";

  void to(Reading reading) {
    try (CloseableIterator<CsvRecord> records = open().iterator()) {
      if (!records.hasNext()) {
        throw new UnreadableFile(file + " is empty");
      }
      reading.heading(heading(records.next()));
      while (records.hasNext()) {
        reading.row(List.copyOf(records.next().getFields()));
      }
    } catch (CsvParseException | UncheckedIOException | IOException e) {
      throw new UnreadableFile(file + " cannot be read as CSV in UTF-8", e);
    }
  }

  private CsvReader<CsvRecord> open() throws IOException {
    Reader text =
        new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder());
    return CsvReader.builder()
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .maxBufferSize(LARGEST_ROW)
        .build(
            CsvRecordHandler.of(limits ->
                limits
                    .maxFields(MOST_COLUMNS)
                    .maxFieldSize(LARGEST_CELL)
                    .maxRecordSize(LARGEST_ROW)),
            text);
  }

  private static List<ResultColumn> heading(CsvRecord first) {
    return first.getFields().stream()
        .map(name -> new ResultColumn(name.startsWith(MARK) ? name.substring(1) : name, ""))
        .toList();
  }
}
