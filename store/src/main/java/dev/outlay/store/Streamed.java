package dev.outlay.store;

import dev.outlay.store.ResultSink.ResultColumn;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** An answer that goes by row by row. */
record Streamed(Session session, String sql, AtomicBoolean stopped) {
  void to(ResultSink sink) throws SQLException {
    try (PreparedStatement statement = session.prepare(sql);
        ResultSet result = statement.executeQuery()) {
      int width = columns(result.getMetaData(), sink);
      while (!stopped.get() && result.next()) {
        tell(sink, cells(result, width));
      }
    }
  }

  private static void tell(ResultSink sink, @Nullable Object[] cells) {
    try {
      sink.row(cells);
    } catch (RuntimeException e) {
      throw new Passed(e);
    }
  }

  private static void tell(ResultSink sink, List<ResultColumn> columns) {
    try {
      sink.columns(List.copyOf(columns));
    } catch (RuntimeException e) {
      throw new Passed(e);
    }
  }

  private static int columns(ResultSetMetaData meta, ResultSink sink) throws SQLException {
    List<ResultColumn> columns = new ArrayList<>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      columns.add(new ResultColumn(meta.getColumnLabel(i), meta.getColumnTypeName(i)));
    }
    tell(sink, columns);
    return columns.size();
  }

  private static @Nullable Object[] cells(ResultSet result, int width) throws SQLException {
    @Nullable Object[] cells = new @Nullable Object[width];
    for (int i = 0; i < width; i++) {
      cells[i] = plain(result, i + 1);
    }
    return cells;
  }

  /** One cell in the form that sinks take. */
  static @Nullable Object plain(ResultSet result, int column) throws SQLException {
    Object value = result.getObject(column);
    return value == null ? null : plain(value, result, column);
  }

  private static @Nullable Object plain(Object value, ResultSet result, int column)
      throws SQLException {
    return switch (value) {
      case String text -> text;
      case Long number -> number;
      case Integer number -> number.longValue();
      case Short number -> number.longValue();
      case Byte number -> number.longValue();
      case BigInteger number -> number;
      case Float number -> number.doubleValue();
      case Double number -> number;
      case BigDecimal number -> number;
      case Boolean truth -> truth;
      case LocalDate day -> day;
      case OffsetDateTime time -> time.toInstant();
      case Object nested when NestedJson.isNested(nested) -> NestedJson.of(nested);
      default -> result.getString(column);
    };
  }
}
