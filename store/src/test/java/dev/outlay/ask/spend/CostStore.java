package dev.outlay.ask.spend;

import dev.outlay.store.Answers;
import dev.outlay.store.QueryRefused;
import dev.outlay.store.ResultSink;
import dev.outlay.store.ResultSink.ResultColumn;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables that questions about spend read, in memory, to be filled by hand. */
final class CostStore implements Answers {
  private final Connection connection;

  CostStore() throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    run("SET TimeZone = 'UTC'");
    run(
        """
        CREATE TABLE cost_report (connection VARCHAR, bucket_start TIMESTAMPTZ, bucket_end TIMESTAMPTZ,
          workspace_id VARCHAR, description VARCHAR, cost_type VARCHAR, model VARCHAR, token_type VARCHAR,
          service_tier VARCHAR, context_window VARCHAR, inference_geo VARCHAR, currency VARCHAR,
          amount_cents DECIMAL(38,18), amount_usd DECIMAL(38,20))\
        """);
    run("CREATE TABLE workspaces (connection VARCHAR, id VARCHAR, name VARCHAR)");
    run(
        """
        CREATE TABLE coverage (connection VARCHAR, dataset VARCHAR, bucket_width VARCHAR, grouped_by VARCHAR,
          filter VARCHAR, span_start TIMESTAMPTZ, span_end TIMESTAMPTZ, read_at TIMESTAMPTZ, settled_to TIMESTAMPTZ)\
        """);
  }

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** One cost; ids may be null. */
  CostStore cost(
      String day, @Nullable String model, @Nullable String workspace, String cents, String currency)
      throws SQLException {
    run(
        "INSERT INTO cost_report (connection, bucket_start, model, workspace_id, amount_cents, currency) VALUES ('acme', '%sT00:00:00Z', %s, %s, '%s', '%s')"
            .formatted(day, text(model), text(workspace), cents, currency));
    return this;
  }

  CostStore cost(String day, @Nullable String model, String cents) throws SQLException {
    return cost(day, model, null, cents, "USD");
  }

  CostStore workspace(String id, String name) throws SQLException {
    run("INSERT INTO workspaces VALUES ('acme', %s, %s)".formatted(text(id), text(name)));
    return this;
  }

  CostStore covered(String connection, String from, String to, String settledTo)
      throws SQLException {
    run(
        "INSERT INTO coverage VALUES ('%s', 'cost_report', '1d', '', '', '%sT00:00:00Z', '%sT00:00:00Z', now(), '%sT00:00:00Z')"
            .formatted(connection, from, to, settledTo));
    return this;
  }

  @Override
  public void query(String sql, ResultSink sink) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      int width = rows.getMetaData().getColumnCount();
      sink.columns(columns(rows));
      while (rows.next()) {
        @Nullable Object[] cells = new Object[width];
        for (int i = 0; i < width; i++) {
          Object cell = rows.getObject(i + 1);
          cells[i] = cell instanceof OffsetDateTime time ? time.toInstant() : cell;
        }
        sink.row(cells);
      }
    } catch (SQLException e) {
      throw new QueryRefused(String.valueOf(e.getMessage()));
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

  private static List<ResultColumn> columns(ResultSet rows) throws SQLException {
    List<ResultColumn> columns = new ArrayList<>();
    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
      columns.add(
          new ResultColumn(
              rows.getMetaData().getColumnName(i), rows.getMetaData().getColumnTypeName(i)));
    }
    return columns;
  }

  private static String text(@Nullable String value) {
    return value == null ? "NULL" : "'" + value + "'";
  }
}
