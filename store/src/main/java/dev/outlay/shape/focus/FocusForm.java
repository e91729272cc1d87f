package dev.outlay.shape.focus;

import dev.outlay.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms of a data file. */
public enum FocusForm {
  CSV {
    @Override
    FocusFile open(Path file, Table table) throws IOException {
      return new CsvFile(file, table);
    }
  },
  PARQUET {
    @Override
    FocusFile open(Path file, Table table) {
      return new ParquetData(file, table);
    }
  };

  public static final List<String> NAMES =
      Arrays.stream(values()).map(FocusForm::toString).toList();

  abstract FocusFile open(Path file, Table table) throws IOException;

  /** By the end of a file's name. */
  public static Optional<FocusForm> ofFile(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(form -> name.endsWith("." + form)).findFirst();
  }

  /** As it is written, and as files of it end. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
