package dev.outlay.shape.focus.check;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A CSV file in memory, to be spoilt and written again. */
final class Copy {
  private final List<List<String>> lines = new ArrayList<>();

  static Copy of(Path file) throws IOException {
    Copy copy = new Copy();
    try (CsvReader<CsvRecord> in = CsvReader.builder().ofCsvRecord(file)) {
      in.forEach(line -> copy.lines.add(new ArrayList<>(line.getFields())));
    }
    return copy;
  }

  /** The cell of a row, the first behind the heading is 1; 0 changes the heading. */
  Copy set(int row, String column, String value) {
    lines.get(row).set(place(column), value);
    return this;
  }

  Copy setAll(String column, String value) {
    for (int row = 1; row < lines.size(); row++) {
      set(row, column, value);
    }
    return this;
  }

  String get(int row, String column) {
    return lines.get(row).get(place(column));
  }

  Copy without(String column) {
    int place = place(column);
    lines.forEach(line -> line.remove(place));
    return this;
  }

  Copy with(String column, String value) {
    lines.forEach(line -> line.add(value));
    lines.getFirst().set(lines.getFirst().size() - 1, column);
    return this;
  }

  Copy again(int row) {
    lines.add(new ArrayList<>(lines.get(row)));
    return this;
  }

  Copy longer(int row) {
    lines.get(row).add("more");
    return this;
  }

  Path to(Path file) throws IOException {
    try (CsvWriter out = CsvWriter.builder().build(file)) {
      lines.forEach(out::writeRecord);
    }
    return file;
  }

  private int place(String column) {
    int place = lines.getFirst().indexOf(column);
    if (place < 0) {
      throw new IllegalArgumentException(column);
    }
    return place;
  }
}
