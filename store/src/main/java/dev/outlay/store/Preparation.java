package dev.outlay.store;

import dev.outlay.table.Column;
import dev.outlay.table.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes tables and views, or only sees that they are there. Reads the engine's catalogue once. */
final class Preparation {
  /** A column in the file. */
  private record Found(String table, String name, String type) {}

  private static final List<String> NAMES_FROM = List.of("usage_report", "workspaces", "api_keys");

  private final Session session;
  private final Trouble trouble;
  private final Map<String, List<Found>> found = new HashMap<>();
  private final Map<String, String> made = new HashMap<>();

  Preparation(Session session, Trouble trouble) throws SQLException {
    this.session = session;
    this.trouble = trouble;
    session
        .rows(
            "SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE database_name ="
                + " 'outlay' AND schema_name = 'data' ORDER BY column_index",
            row -> new Found(row.getString(1), row.getString(2), row.getString(3)))
        .forEach(column -> found.computeIfAbsent(column.table, _ -> new ArrayList<>()).add(column));
    session
        .rows(
            "SELECT name, made_from FROM app.prepared",
            row -> Map.entry(row.getString(1), row.getString(2)))
        .forEach(view -> made.put(view.getKey(), view.getValue()));
  }

  List<Kept> of(List<Table> tables) throws SQLException {
    List<Kept> kept = new ArrayList<>();
    for (Table table : tables) {
      kept.add(prepared(table));
      make(table.name(), new Views(table).statements());
    }
    if (made.keySet().containsAll(NAMES_FROM)) {
      make("usage_daily", List.of(Migrations.statements("usage_daily.sql")));
      make("usage_hourly", List.of(Migrations.statements("usage_hourly.sql")));
    }
    return kept;
  }

  private Kept prepared(Table table) throws SQLException {
    List<Found> there = found.getOrDefault(table.name(), List.of());
    if (there.isEmpty()) {
      session.run(Kept.ddl(table));
      return Kept.fresh(table);
    }
    List<String> columns = new ArrayList<>(there.stream().map(Found::name).toList());
    for (Column column : table.columns()) {
      if (isMissing(table, column, there)) {
        add(table, column);
        columns.add(column.name());
      }
    }
    return new Kept(table, columns);
  }

  private void add(Table table, Column column) throws SQLException {
    session.run(
        "ALTER TABLE data."
            + Sql.name(table.name())
            + " ADD COLUMN "
            + Sql.name(column.name())
            + " "
            + Kept.type(column.type()));
  }

  private boolean isMissing(Table table, Column column, List<Found> there) {
    String type = Kept.type(column.type());
    List<Found> same =
        there.stream().filter(each -> each.name.equalsIgnoreCase(column.name())).toList();
    same.stream()
        .filter(each -> !each.type.equals(type))
        .forEach(each -> refuse(table, column, each.type, type));
    return same.isEmpty();
  }

  private void refuse(Table table, Column column, String is, String wanted) {
    throw trouble.because(
        "making the tables ready",
        String.format(
            Locale.ROOT,
            "column %s of %s is %s in the file and would have to be %s",
            column.name(),
            table.name(),
            is,
            wanted),
        "Use the version that wrote it, or name another file with --store.");
  }

  private void make(String name, List<String> statements) throws SQLException {
    String from = String.join(";\n", statements);
    if (from.equals(made.put(name, from))) {
      return;
    }
    for (String statement : statements) {
      session.run(statement);
    }
    session.run("DELETE FROM app.prepared WHERE name = ?", name);
    session.run("INSERT INTO app.prepared VALUES (?, ?)", name, from);
  }
}
