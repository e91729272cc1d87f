package dev.outlay.destinations.sql;

import static java.util.stream.Collectors.joining;

import dev.outlay.table.Column;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tables there, and what we remember of them in {@code outlay_columns}: a table is ours when
 * its columns stand there. One that is not is taken over when it has every column, and refused
 * otherwise.
 */
final class Shelves {
  private static final String COLUMNS = "outlay_columns";

  private final Dialect dialect;
  private final SqlTrouble trouble;
  private final Connection session;

  Shelves(Dialect dialect, SqlTrouble trouble, Connection session) {
    this.dialect = dialect;
    this.trouble = trouble;
    this.session = session;
  }

  /** Makes them ready. Those that stand as they are remembered are seen by one statement. */
  void prepare(List<Table> tables, SqlCheckpoints checkpoints) throws SQLException {
    make(COLUMNS, "table_name", "column_name", "column_type");
    Map<String, Map<String, String>> known = known();
    List<Table> same =
        tables.stream().filter(table -> isSame(table, known.get(table.name()))).toList();
    boolean there = !same.isEmpty() && areThere(same);
    for (Table table : tables) {
      if (!there || !same.contains(table)) {
        prepare(table, known.getOrDefault(table.name(), Map.of()), checkpoints);
      }
    }
  }

  private boolean isSame(Table table, @Nullable Map<String, String> known) {
    return known != null
        && table.columns().stream()
            .allMatch(column -> type(column).equals(known.get(column.name())));
  }

  private boolean areThere(List<Table> tables) throws SQLException {
    String all =
        tables.stream()
            .map(table -> "SELECT 1 FROM " + dialect.table(table.name()) + " WHERE 1 = 0")
            .collect(joining(" UNION ALL "));
    session.commit();
    try (Statement probe = session.createStatement()) {
      probe.executeQuery(all);
      return true;
    } catch (SQLException e) {
      session.rollback();
      if (!dialect.isMissing(e)) {
        throw e;
      }
      return false;
    }
  }

  /**
   * Makes the table ready. Where one was dropped by somebody, everything has to come again: that is
   * known before the table is there again, so that it stands although this may end halfway.
   */
  private void prepare(Table table, Map<String, String> known, SqlCheckpoints checkpoints)
      throws SQLException {
    Set<String> there = there(table.name());
    if (!there.isEmpty()) {
      widen(table, known, there);
      return;
    }
    if (!known.isEmpty()) {
      checkpoints.forget();
      forget(table);
    }
    create(table);
  }

  private void create(Table table) throws SQLException {
    run(statement(table));
    for (Column column : table.columns()) {
      remember(table, column);
    }
  }

  /** A table of texts that is ours alone. */
  void make(String name, String... columns) throws SQLException {
    if (there(name).isEmpty()) {
      String cells =
          Arrays.stream(columns)
              .map(each -> dialect.name(each) + " " + dialect.type(Type.Plain.TEXT))
              .collect(joining(", "));
      run("CREATE TABLE " + dialect.table(name) + " (" + cells + ")");
    }
  }

  private void widen(Table table, Map<String, String> known, Set<String> there)
      throws SQLException {
    if (known.isEmpty()) {
      checkTakeover(table, there);
    }
    for (Column column : table.columns()) {
      String before = known.get(column.name());
      if (before == null) {
        add(table, column, there);
      } else if (!before.equals(type(column))) {
        throw otherType(table, column, before);
      }
    }
  }

  private void add(Table table, Column column, Set<String> there) throws SQLException {
    if (!there.contains(column.name().toLowerCase(Locale.ROOT))) {
      run(
          "ALTER TABLE %s ADD %s %s"
              .formatted(dialect.table(table.name()), dialect.name(column.name()), type(column)));
    }
    remember(table, column);
  }

  private void checkTakeover(Table table, Set<String> there) {
    for (Column column : table.columns()) {
      if (!there.contains(column.name().toLowerCase(Locale.ROOT))) {
        throw trouble.because(
            "making the tables ready",
            "there is a table " + table.name() + " of somebody else, without " + column.name(),
            "Name another schema, or rename that table.");
      }
    }
  }

  private RuntimeException otherType(Table table, Column column, String before) {
    return trouble.because(
        "making the tables ready",
        "column %s of %s is %s and would have to be %s"
            .formatted(column.name(), table.name(), before, type(column)),
        "Drop that table, and it is filled anew.");
  }

  private String statement(Table table) {
    boolean one = table.key().size() == 1;
    String columns = dialect.declared(table.columns());
    String unique = one ? dialect.unique(table.key().getFirst()) : "";
    return "CREATE TABLE " + dialect.table(table.name()) + " (" + columns + unique + ")";
  }

  private String type(Column column) {
    return dialect.type(column.type());
  }

  /** The types of the columns that are remembered, by table and name. */
  private Map<String, Map<String, String>> known() throws SQLException {
    Map<String, Map<String, String>> known = new HashMap<>();
    try (Statement select = session.createStatement()) {
      ResultSet rows =
          select.executeQuery(
              "SELECT table_name, column_name, column_type FROM " + dialect.table(COLUMNS));
      while (rows.next()) {
        known
            .computeIfAbsent(rows.getString(1), _ -> new HashMap<>())
            .put(rows.getString(2), rows.getString(3));
      }
    }
    return known;
  }

  private void remember(Table table, Column column) throws SQLException {
    try (PreparedStatement insert =
        session.prepareStatement("INSERT INTO " + dialect.table(COLUMNS) + " VALUES (?, ?, ?)")) {
      insert.setString(1, table.name());
      insert.setString(2, column.name());
      insert.setString(3, type(column));
      insert.executeUpdate();
    }
  }

  private void forget(Table table) throws SQLException {
    try (PreparedStatement delete =
        session.prepareStatement(
            "DELETE FROM " + dialect.table(COLUMNS) + " WHERE table_name = ?")) {
      delete.setString(1, table.name());
      delete.executeUpdate();
    }
  }

  /**
   * The columns of a table in lower case; none where there is no such table. What was made so far
   * is committed: in some databases the failed look ends the transaction.
   */
  Set<String> there(String table) throws SQLException {
    Set<String> names = new HashSet<>();
    session.commit();
    try (Statement probe = session.createStatement()) {
      var found = probe.executeQuery("SELECT * FROM " + dialect.table(table) + " WHERE 1 = 0");
      for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
        names.add(found.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
      }
    } catch (SQLException e) {
      session.rollback();
      if (!dialect.isMissing(e)) {
        throw e;
      }
    }
    return names;
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = session.createStatement()) {
      statement.execute(sql);
    }
  }
}
