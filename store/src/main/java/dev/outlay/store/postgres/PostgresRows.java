package dev.outlay.store.postgres;

import dev.outlay.store.ResultSink;
import dev.outlay.store.ResultSink.ResultColumn;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer in the types that the store gives for the same. */
record PostgresRows(ResultSet result) {
  /** A type of the server, as the store calls it, and how one cell of it is read. */
  private record Read(String type, Cell cell) {}

  private interface Cell {
    @Nullable Object of(ResultSet row, int column) throws SQLException;
  }

  void to(ResultSink sink) throws SQLException {
    List<Read> reads = columns(sink);
    while (result.next()) {
      @Nullable Object[] cells = new @Nullable Object[reads.size()];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = reads.get(i).cell.of(result, i + 1);
      }
      sink.row(cells);
    }
  }

  private List<Read> columns(ResultSink sink) throws SQLException {
    ResultSetMetaData meta = result.getMetaData();
    List<Read> reads = new ArrayList<>();
    List<ResultColumn> columns = new ArrayList<>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      reads.add(read(meta, i));
      columns.add(new ResultColumn(meta.getColumnLabel(i), reads.getLast().type));
    }
    sink.columns(columns);
    return reads;
  }

  private static Read read(ResultSetMetaData meta, int i) throws SQLException {
    return switch (meta.getColumnTypeName(i)) {
      case "int2" -> new Read("SMALLINT", PostgresRows::whole);
      case "int4" -> new Read("INTEGER", PostgresRows::whole);
      case "int8" -> new Read("BIGINT", PostgresRows::whole);
      case "numeric" -> number(meta.getPrecision(i), meta.getScale(i));
      case "float8" -> new Read("DOUBLE", ResultSet::getObject);
      case "bool" -> new Read("BOOLEAN", ResultSet::getObject);
      case "date" -> new Read("DATE", (row, at) -> row.getObject(at, LocalDate.class));
      case "timestamptz" -> new Read("TIMESTAMP WITH TIME ZONE", PostgresRows::time);
      case "json", "jsonb" -> new Read("JSON", ResultSet::getString);
      default -> new Read("VARCHAR", ResultSet::getString);
    };
  }

  /** A sum has no bounds of its own: without a fraction, it is one of whole numbers. */
  private static Read number(int precision, int scale) {
    return precision > 0
        ? new Read("DECIMAL(" + precision + "," + scale + ")", ResultSet::getBigDecimal)
        : new Read("DECIMAL", PostgresRows::sum);
  }

  private static @Nullable Object whole(ResultSet row, int column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }

  private static @Nullable Object sum(ResultSet row, int column) throws SQLException {
    BigDecimal sum = row.getBigDecimal(column);
    return sum == null || sum.scale() > 0 ? sum : sum.toBigIntegerExact();
  }

  private static @Nullable Object time(ResultSet row, int column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
