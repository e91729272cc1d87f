package dev.outlay.destinations;

import dev.outlay.table.Column;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Rows as anybody reads them over JDBC. */
final class JdbcRows {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private JdbcRows() {}

  static List<List<@Nullable Object>> of(Connection session, String from, Table table)
      throws SQLException {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    String columns =
        table.columns().stream()
            .map(column -> '"' + column.name() + '"')
            .collect(Collectors.joining(", "));
    try (Statement select = session.createStatement()) {
      ResultSet found = select.executeQuery("SELECT " + columns + " FROM " + from);
      while (found.next()) {
        rows.add(row(found, table));
      }
    }
    return rows;
  }

  private static List<@Nullable Object> row(ResultSet found, Table table) throws SQLException {
    List<@Nullable Object> row = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      row.add(cell(found, i + 1, table.columns().get(i)));
    }
    return row;
  }

  private static @Nullable Object cell(ResultSet found, int at, Column column) throws SQLException {
    if (found.getObject(at) == null) {
      return null;
    }
    return switch (column.type()) {
      case Type.Plain plain ->
          switch (plain) {
            case TEXT -> found.getString(at);
            case INTEGER -> found.getLong(at);
            case BOOLEAN -> found.getBoolean(at);
            case INSTANT -> found.getObject(at, OffsetDateTime.class).toInstant();
            case DATE -> found.getObject(at, LocalDate.class);
            case JSON -> JSON.readTree(found.getString(at)).toString();
          };
      case Type.Decimal _ -> found.getBigDecimal(at);
    };
  }
}
