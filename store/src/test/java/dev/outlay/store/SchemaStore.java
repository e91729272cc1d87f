package dev.outlay.store;

import dev.outlay.store.ResultSink.ResultColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tables of the published schema with their history, in memory, to be filled by hand. */
public final class SchemaStore implements Answers {
  private static final Pattern TABLE =
      Pattern.compile("CREATE TABLE (\\w+) \\((.*?)\\);", Pattern.DOTALL);
  private static final String EVER = "2000-01-01T00:00:00Z";

  private final Connection connection;
  private int rows;

  public SchemaStore() {
    try {
      connection = DriverManager.getConnection("jdbc:duckdb:");
      run("SET TimeZone = 'UTC'");
      run("CREATE SCHEMA history");
      TABLE
          .matcher(Files.readString(Path.of("../docs/reference/schema.sql")))
          .results()
          .forEach(table -> create(table.group(1), table.group(2)));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void create(String name, String columns) {
    if (name.equals("coverage") || name.equals("syncs")) {
      run("CREATE TABLE " + name + " (" + columns + ")");
      return;
    }
    run(
        "CREATE TABLE history.%s (%s, row_id VARCHAR, known_from TIMESTAMPTZ, known_to TIMESTAMPTZ, load_seq BIGINT)"
            .formatted(name, columns));
    run(
        "CREATE VIEW main.%s AS SELECT * EXCLUDE (row_id, known_from, known_to, load_seq)%s FROM history.%s WHERE known_to IS NULL"
            .formatted(name, columns.contains("bucket_end") ? ", true AS settled" : "", name));
  }

  /** A row that is known now and always was. */
  public SchemaStore add(String table, Map<String, ?> cells) {
    return add(table, "row-" + ++rows, EVER, null, cells);
  }

  /** One version of a row. */
  public SchemaStore add(
      String table,
      String rowId,
      String knownFrom,
      @Nullable String knownTo,
      Map<String, ?> cells) {
    Map<String, String> all =
        cells.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, cell -> literal(cell.getValue())));
    all.putIfAbsent("connection", "'acme'");
    if (!table.equals("coverage") && !table.equals("syncs")) {
      all.put("row_id", literal(rowId));
      all.put("known_from", literal(knownFrom));
      all.put("known_to", knownTo == null ? "NULL" : literal(knownTo));
      all.put("load_seq", Integer.toString(++rows));
    }
    List<String> names = List.copyOf(all.keySet());
    run(
        "INSERT INTO %s%s (%s) VALUES (%s)"
            .formatted(
                table.equals("coverage") || table.equals("syncs") ? "" : "history.",
                table,
                String.join(", ", names),
                names.stream().map(all::get).collect(Collectors.joining(", "))));
    return this;
  }

  /** Any statement. */
  public void run(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void query(String sql, ResultSink sink) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      sink.columns(List.<ResultColumn>of());
      int width = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
          cells.add(Streamed.plain(rows, i));
        }
        sink.row(cells.toArray());
      }
    } catch (SQLException e) {
      throw new QueryRefused(e + "\n" + sql);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String literal(Object value) {
    return value instanceof String text ? Sql.text(text) : value.toString();
  }
}
