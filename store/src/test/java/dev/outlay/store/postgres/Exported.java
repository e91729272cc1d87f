package dev.outlay.store.postgres;

import static java.util.stream.Collectors.joining;

import dev.outlay.store.Answers;
import dev.outlay.store.ResultSink;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is known now of a store, copied into a schema of PostgreSQL as an export leaves it: a table
 * of the same name for each dataset and for what was read, its columns behind a {@code row_id}.
 */
public record Exported(Server server, String schema) {
  /** One table, as it was read. */
  private static final class Table implements ResultSink {
    private final List<ResultColumn> columns = new ArrayList<>();
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    @Override
    public void columns(List<ResultColumn> all) {
      columns.addAll(all);
    }

    @Override
    public void row(@Nullable Object[] cells) {
      rows.add(cells);
    }
  }

  /** Of every table; of what was there before, nothing stays. */
  public void of(Answers store) throws SQLException {
    try (Connection connection = server.connection()) {
      connection.setAutoCommit(false);
      for (String name : tables(store)) {
        fill(connection, name, read(store, name));
      }
      connection.commit();
    }
  }

  private static List<String> tables(Answers store) {
    Table names = new Table();
    store.query(
        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'history'"
            + " UNION SELECT 'coverage'",
        names);
    return names.rows.stream().map(row -> String.valueOf(row[0])).toList();
  }

  private static Table read(Answers store, String name) {
    Table table = new Table();
    store.query(
        name.equals("coverage")
            ? "SELECT * FROM coverage"
            : "SELECT * EXCLUDE (row_id, known_from, known_to, load_seq) FROM history."
                + name
                + " WHERE known_to IS NULL",
        table);
    return table;
  }

  private void fill(Connection connection, String name, Table table) throws SQLException {
    String full = Server.quoted(schema) + "." + Server.quoted(name);
    try (var statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS " + full);
      statement.execute(
          table.columns.stream()
              .map(each -> Server.quoted(each.name()) + " " + type(each.type()))
              .collect(joining(", ", "CREATE TABLE " + full + " (row_id text PRIMARY KEY, ", ")")));
    }
    try (PreparedStatement insert = connection.prepareStatement(insert(full, table))) {
      for (int i = 0; i < table.rows.size(); i++) {
        insert.setString(1, "row " + i);
        set(insert, table.rows.get(i));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static String insert(String full, Table table) {
    return IntStream.range(0, table.columns.size())
        .mapToObj(i -> table.columns.get(i).type().equals("JSON") ? "?::jsonb" : "?")
        .collect(joining(", ", "INSERT INTO " + full + " VALUES (?, ", ")"));
  }

  private static void set(PreparedStatement insert, @Nullable Object[] cells) throws SQLException {
    for (int i = 0; i < cells.length; i++) {
      insert.setObject(
          i + 2, cells[i] instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : cells[i]);
    }
  }

  private static String type(String type) {
    return switch (type) {
      case "VARCHAR" -> "text";
      case "TIMESTAMP WITH TIME ZONE" -> "timestamptz";
      case "JSON" -> "jsonb";
      default -> type.replace("DECIMAL", "numeric");
    };
  }
}
