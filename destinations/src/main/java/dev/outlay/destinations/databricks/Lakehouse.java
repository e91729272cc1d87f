package dev.outlay.destinations.databricks;

import static java.util.stream.Collectors.joining;

import dev.outlay.destination.Guarantee;
import dev.outlay.destinations.sql.Sessions;
import dev.outlay.destinations.sql.Times;
import dev.outlay.destinations.warehouse.Lines;
import dev.outlay.destinations.warehouse.Patience;
import dev.outlay.destinations.warehouse.Warehouse;
import dev.outlay.table.Column;
import dev.outlay.table.Type;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Delta tables over JDBC. Each statement is a transaction of its own; the driver's transactions are
 * left alone. Rows go in by INSERTs of many rows each: COPY INTO would need a volume beside it.
 */
public final class Lakehouse implements Warehouse {
  private static final int ROWS = 1000;
  private static final int CHARACTERS = 1 << 20;
  private static final String NEEDS_A_MAPPING = ".*[ ,;{}()\\n\\t=].*";

  private final String name;
  private final Sessions sessions;
  private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();

  /**
   * @param name for failures, without a password
   */
  public Lakehouse(String name, Sessions sessions) {
    this.name = name;
    this.sessions = sessions;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Guarantee guarantee() {
    return Guarantee.REPLACES;
  }

  @Override
  public String type(Type type) {
    return switch (type) {
      case Type.Plain plain ->
          switch (plain) {
            case TEXT, JSON -> "STRING";
            case INTEGER -> "BIGINT";
            case BOOLEAN -> "BOOLEAN";
            case INSTANT -> "TIMESTAMP";
            case DATE -> "DATE";
          };
      case Type.Decimal(int precision, int scale) -> "DECIMAL(" + precision + "," + scale + ")";
    };
  }

  @Override
  public String table(String name) {
    return name(name);
  }

  /** A dollar before a brace would be taken for a variable, even within a text. */
  @Override
  public String text(String text) {
    return Warehouse.super.text(text).replace("${", "\\u0024{");
  }

  @Override
  public Set<String> columns(String table) {
    return inSession("looking at the tables", session -> columns(session, table));
  }

  private Set<String> columns(Connection session, String table) throws SQLException {
    Set<String> names = new HashSet<>();
    try (Statement probe = session.createStatement()) {
      var found = probe.executeQuery("SELECT * FROM " + table(table) + " WHERE 1 = 0");
      for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
        names.add(found.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
      }
    } catch (SQLException e) {
      if (!Trouble.isMissing(e)) {
        throw e;
      }
    }
    return names;
  }

  @Override
  public void create(String table, List<Column> columns, boolean passing) {
    String declared =
        columns.stream()
            .map(column -> name(column.name()) + " " + type(column.type()))
            .collect(joining(", "));
    boolean mapped = columns.stream().anyMatch(each -> each.name().matches(NEEDS_A_MAPPING));
    String properties = mapped ? " TBLPROPERTIES ('delta.columnMapping.mode' = 'name')" : "";
    run("CREATE TABLE " + table(table) + " (" + declared + ") USING DELTA" + properties);
  }

  @Override
  public void add(String table, Column column) {
    run(
        "ALTER TABLE %s ADD COLUMNS (%s %s)"
            .formatted(table(table), name(column.name()), type(column.type())));
  }

  @Override
  public void drop(String table) {
    run("DROP TABLE IF EXISTS " + table(table));
  }

  @Override
  public List<String> named(String prefix) {
    return ask("looking for leftovers", "SHOW TABLES LIKE " + text(prefix + "*")).stream()
        .map(row -> String.valueOf(row.get(1)))
        .toList();
  }

  /** Of texts alone: constants of one column would else agree on a type that holds none exactly. */
  @Override
  public String row(List<Column> columns, @Nullable Object[] cells) {
    return Arrays.stream(cells).map(this::constant).collect(joining(", ", "(", ")"));
  }

  private String constant(@Nullable Object cell) {
    return switch (cell) {
      case null -> "NULL";
      case String text -> text(text);
      case Instant at -> "'" + Times.utc(at) + "+00:00'";
      case BigDecimal decimal -> "'" + decimal.toPlainString() + "'";
      default -> "'" + cell + "'";
    };
  }

  @Override
  public void load(String table, List<Column> columns, Lines rows) {
    String names = columns.stream().map(each -> name(each.name())).collect(joining(", "));
    String cells =
        columns.stream()
            .map(each -> "CAST(%s AS %s)".formatted(name(each.name()), type(each.type())))
            .collect(joining(", "));
    String into =
        "INSERT INTO %s (%s) SELECT %s FROM (VALUES ".formatted(table(table), names, cells);
    String end = ") AS came (" + names + ")";
    inSession(
        "taking rows",
        session -> {
          try (var lines =
              new BufferedReader(new InputStreamReader(rows.open(), StandardCharsets.UTF_8))) {
            insert(session, into, end, lines);
            return rows;
          }
        });
  }

  private static void insert(Connection session, String into, String end, BufferedReader lines)
      throws SQLException, IOException {
    List<String> waiting = new ArrayList<>();
    int length = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (waiting.size() == ROWS || length > CHARACTERS) {
        run(session, into + String.join(", ", waiting) + end);
        waiting.clear();
        length = 0;
      }
      waiting.add(line);
      length += line.length();
    }
    if (!waiting.isEmpty()) {
      run(session, into + String.join(", ", waiting) + end);
    }
  }

  @Override
  public List<List<@Nullable String>> ask(String tried, String sql) {
    return inSession(
        tried,
        session -> {
          try (Statement statement = session.createStatement();
              ResultSet found = statement.executeQuery(sql)) {
            return rows(found);
          }
        });
  }

  private static List<List<@Nullable String>> rows(ResultSet found) throws SQLException {
    List<List<@Nullable String>> rows = new ArrayList<>();
    while (found.next()) {
      List<@Nullable String> row = new ArrayList<>();
      for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
        row.add(found.getString(i));
      }
      rows.add(row);
    }
    return rows;
  }

  @Override
  public void apply(String tried, List<String> statements) {
    inSession(
        tried,
        session -> {
          for (String sql : statements) {
            Patience.USUAL.over(() -> run(session, sql), Trouble::isConflict);
          }
          return statements;
        });
  }

  private void run(String sql) {
    apply("making the tables ready", List.of(sql));
  }

  private static boolean run(Connection session, String sql) throws SQLException {
    try (Statement statement = session.createStatement()) {
      return statement.execute(sql);
    }
  }

  @Override
  public void close() {
    for (Connection session = idle.poll(); session != null; session = idle.poll()) {
      ended(session);
    }
  }

  private interface Work<T> {
    T in(Connection session) throws SQLException, IOException, InterruptedException;
  }

  /** Opening one takes seconds: what went well is used again. */
  private <T> T inSession(String tried, Work<T> work) {
    return new Trouble(this)
        .ask(
            tried,
            () -> {
              Connection known = idle.poll();
              Connection session = known == null ? sessions.open() : known;
              boolean well = false;
              try {
                T result = work.in(session);
                well = idle.offer(session);
                return result;
              } finally {
                if (!well) {
                  ended(session);
                }
              }
            });
  }

  private static void ended(Connection session) {
    try {
      session.close();
    } catch (SQLException _) {
      // It ends by itself.
    }
  }
}
