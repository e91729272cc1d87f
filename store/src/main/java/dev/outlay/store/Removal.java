package dev.outlay.store;

import java.sql.SQLException;
import java.util.List;

/** Takes everything of one connection out of every table that has rows of connections. */
record Removal(Session session) {
  void of(int connection) throws SQLException {
    for (String table : tables()) {
      session.run("DELETE FROM " + table + " WHERE _connection = " + connection);
    }
  }

  private List<String> tables() throws SQLException {
    return session.rows(
        "SELECT c.schema_name, c.table_name FROM duckdb_columns() c JOIN duckdb_tables() t USING (database_name, schema_name, table_name)"
            + " WHERE c.database_name = 'outlay' AND c.column_name = '_connection' ORDER BY ALL",
        row -> Sql.name(row.getString(1)) + "." + Sql.name(row.getString(2)));
  }
}
