package dev.outlay.shape.focus;

import dev.outlay.store.ParquetFile;
import dev.outlay.store.ResultSink.ResultColumn;
import dev.outlay.table.Column;
import dev.outlay.table.Rows;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.nio.file.Path;

/** Parquet with exact decimals; JSON is text, as other tools expect it. */
final class ParquetData implements FocusFile {
  private final ParquetFile file;

  ParquetData(Path target, Table table) {
    file = ParquetFile.create(target, CellText::of);
    file.columns(table.columns().stream().map(ParquetData::column).toList());
  }

  @Override
  public void add(Rows rows) {
    rows.cells().forEach(file::row);
  }

  @Override
  public void end() {
    file.end();
  }

  @Override
  public void close() {
    file.close();
  }

  private static ResultColumn column(Column column) {
    return new ResultColumn(column.name(), type(column.type()));
  }

  private static String type(Type type) {
    return switch (type) {
      case Type.Decimal(int precision, int scale) -> "DECIMAL(" + precision + "," + scale + ")";
      case Type.Plain.TEXT, Type.Plain.JSON -> "VARCHAR";
      case Type.Plain.INTEGER -> "BIGINT";
      case Type.Plain.BOOLEAN -> "BOOLEAN";
      case Type.Plain.INSTANT -> "TIMESTAMP WITH TIME ZONE";
      case Type.Plain.DATE -> "DATE";
    };
  }
}
