package dev.outlay.shape.focus.check;

import dev.outlay.store.ParquetRows;
import dev.outlay.store.ResultSink;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Parquet file. */
record ParquetSource(Path file) {
  private static final String MAGIC = "PAR1";

  /** Whether the file begins as Parquet does, whatever it is called. */
  static boolean isOne(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(MAGIC.length()), StandardCharsets.ISO_8859_1).equals(MAGIC);
    }
  }

  void to(Reading reading) {
    new ParquetRows(file)
        .to(
            new ResultSink() {
              @Override
              public void columns(List<ResultColumn> columns) {
                reading.heading(columns);
              }

              @Override
              public void row(@Nullable Object[] cells) {
                reading.row(Arrays.stream(cells).map(ParquetSource::text).toList());
              }
            });
  }

  private static @Nullable String text(@Nullable Object cell) {
    return switch (cell) {
      case null -> null;
      case BigDecimal number -> number.toPlainString();
      case Double number when Double.isFinite(number) -> BigDecimal.valueOf(number).toPlainString();
      default -> cell.toString();
    };
  }
}
