package dev.outlay.store;

import dev.outlay.store.ResultSink.ResultColumn;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a Parquet file, whoever wrote it, one after the other in bounded memory. Columns are
 * told with the types of the file; times without a zone are UTC.
 */
public record ParquetRows(Path file) {
  /**
   * Hands out columns and rows; what the sink throws passes through.
   *
   * @throws UnreadableFile where it is no Parquet or is damaged
   */
  public void to(ResultSink sink) {
    try (Session session = new Session(Engine.begin(1, 256))) {
      session.run("SET TimeZone = 'UTC'");
      List<ResultColumn> columns = columns(session);
      sink.columns(columns);
      new Streamed(session, select(columns), new AtomicBoolean()).to(onlyRows(sink));
    } catch (SQLException e) {
      throw new UnreadableFile(file + " cannot be read as Parquet: it is none or is damaged", e);
    } catch (Passed passed) {
      throw passed.reason();
    }
  }

  private List<ResultColumn> columns(Session session) throws SQLException {
    return new ArrayList<>(
        session.rows(
            "DESCRIBE SELECT * FROM " + source(),
            row -> new ResultColumn(row.getString(1), row.getString(2))));
  }

  private String select(List<ResultColumn> columns) {
    return columns.stream()
        .map(ParquetRows::timed)
        .collect(Collectors.joining(", ", "SELECT ", " FROM " + source()));
  }

  private static String timed(ResultColumn column) {
    String name = Sql.name(column.name());
    return column.type().startsWith("TIMESTAMP") ? "CAST(" + name + " AS TIMESTAMPTZ)" : name;
  }

  /** Letters that would make a pattern of the name stand for themselves. */
  private String source() {
    String plain = file.toAbsolutePath().toString().replaceAll("[*?\\[]", "[$0]");
    return "read_parquet(" + Sql.text(plain) + ")";
  }

  private static ResultSink onlyRows(ResultSink sink) {
    return new ResultSink() {
      @Override
      public void columns(List<ResultColumn> all) {
        // They were told with the types of the file.
      }

      @Override
      public void row(@Nullable Object[] cells) {
        sink.row(cells);
      }
    };
  }
}
