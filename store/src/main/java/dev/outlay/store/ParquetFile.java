package dev.outlay.store;

import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure.KeepFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * A result on its way into a Parquet file, wherever it was asked: rows are staged in a database of
 * their own beside the file, so memory stays bounded, and written when they are all there.
 */
public final class ParquetFile implements ResultSink, AutoCloseable {
  private static final Pattern KEPT =
      Pattern.compile(
          "U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|BIGNUM|FLOAT|DOUBLE|DECIMAL\\(\\d+,\\d+\\)|BOOLEAN|DATE"
              + "|TIME|TIMESTAMP.*|UUID|INTERVAL");
  private static final Pattern NESTED = Pattern.compile("(STRUCT|MAP)\\(.*|.*]");

  /** What is done with the engine. */
  private interface Work {
    void run() throws SQLException;
  }

  private final Path file;
  private final Function<Object, String> text;
  private final Path staging;
  private final DuckDBConnection connection;
  private List<ResultColumn> columns = List.of();
  private @Nullable DuckDBAppender appender;

  private ParquetFile(Path file, Function<Object, String> text, Path staging) throws SQLException {
    this.file = file;
    this.text = text;
    this.staging = staging;
    this.connection = Engine.open(staging.resolve("rows.duckdb").toString(), new Properties());
  }

  /**
   * @param text writes a cell in a way that can be read back as the column's type
   */
  public static ParquetFile create(Path file, Function<Object, String> text) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      return new ParquetFile(file, text, Files.createTempDirectory(folder, ".outlay-parquet-"));
    } catch (SQLException | IOException e) {
      throw failed(file, e);
    }
  }

  @Override
  public void columns(List<ResultColumn> all) {
    columns = all;
    String staged = each(i -> place(i) + " VARCHAR");
    keep(() -> {
      run("SET memory_limit = '200MB'");
      run("CREATE TABLE staged (" + staged + ")");
      appender = confinedToNone();
    });
  }

  /** Rows may come on several threads, one after the other: a store hands them out on its own. */
  private DuckDBAppender confinedToNone() throws SQLException {
    DuckDBAppender rows = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "staged");
    rows.unsafeBreakThreadConfinement();
    return rows;
  }

  @Override
  public void row(@Nullable Object[] cells) {
    keep(() -> append(open(), cells));
  }

  /** Writes the file. */
  public void end() {
    String typed = each(i -> typed(i, columns.get(i)));
    keep(() -> {
      open().close();
      run("SET TimeZone = 'UTC'");
      run(
          "COPY (SELECT "
              + typed
              + " FROM staged) TO "
              + quoted(file, '\'')
              + " (FORMAT parquet, COMPRESSION zstd)");
    });
  }

  @Override
  public void close() {
    keep(connection::close);
    try (var left = Files.list(staging)) {
      for (Path each : left.toList()) {
        Files.delete(each);
      }
      Files.delete(staging);
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  private void append(DuckDBAppender rows, @Nullable Object[] cells) throws SQLException {
    rows.beginRow();
    for (Object cell : cells) {
      if (cell == null) {
        rows.appendNull();
      } else {
        rows.append(text.apply(cell));
      }
    }
    rows.endRow();
  }

  private DuckDBAppender open() {
    if (appender == null) {
      throw new IllegalStateException("a result without columns");
    }
    return appender;
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void keep(Work work) {
    try {
      work.run();
    } catch (SQLException e) {
      throw failed(file, e);
    }
  }

  private String each(Function<Integer, String> part) {
    return IntStream.range(0, columns.size()).boxed().map(part).collect(Collectors.joining(", "));
  }

  private static String place(int i) {
    return "c" + i;
  }

  private String typed(int i, ResultColumn column) {
    String type = column.type();
    String value =
        KEPT.matcher(type).matches() || type.equals("JSON")
            ? "CAST(" + place(i) + " AS " + type + ")"
            : nestedOrText(i, type);
    return value + " AS " + quoted(column.name(), '"');
  }

  private static String nestedOrText(int i, String type) {
    return NESTED.matcher(type).matches()
        ? "CAST(CAST(" + place(i) + " AS JSON) AS " + type + ")"
        : place(i);
  }

  private static String quoted(Object name, char quote) {
    String mark = String.valueOf(quote);
    return mark + name.toString().replace(mark, mark + mark) + mark;
  }

  private static KeepFailed failed(Path file, Exception cause) {
    return new KeepFailed(
        Attempt.to("writing " + file, "parquet", ""),
        "it could not be written",
        "See that its folder is there, may be written and has room.",
        cause);
  }
}
