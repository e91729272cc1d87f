package dev.outlay.cli.output;

import dev.outlay.store.ParquetFile;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parquet, the columns with the types of the query. */
final class ParquetPrinter implements Printer {
  private final ParquetFile file;

  ParquetPrinter(Path target) {
    this.file = ParquetFile.create(target, CellText::of);
  }

  @Override
  public void columns(List<ResultColumn> all) {
    file.columns(all);
  }

  @Override
  public void row(@Nullable Object[] cells) {
    file.row(cells);
  }

  @Override
  public void end() {
    file.end();
  }

  @Override
  public void close() {
    file.close();
  }
}
