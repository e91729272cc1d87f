package dev.outlay.destinations;

import dev.outlay.table.Column;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
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

  /** One cell that is not null, read as its type wants. */
  interface Cell {
    Object of(ResultSet found, int at, Type type) throws SQLException;
  }

  private JdbcRows() {}

  static List<List<@Nullable Object>> of(Connection session, String from, Table table)
      throws SQLException {
    return of(session, from, table, JdbcRows::standard);
  }

  static List<List<@Nullable Object>> of(Connection session, String from, Table table, Cell cell)
      throws SQLException {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    String quote = session.getMetaData().getIdentifierQuoteString();
    String columns =
        table.columns().stream()
            .map(column -> quote + column.name() + quote)
            .collect(Collectors.joining(", "));
    try (Statement select = session.createStatement()) {
      ResultSet found = select.executeQuery("SELECT " + columns + " FROM " + from);
      while (found.next()) {
        rows.add(row(found, table, cell));
      }
    }
    return rows;
  }

  private static List<@Nullable Object> row(ResultSet found, Table table, Cell cell)
      throws SQLException {
    List<@Nullable Object> row = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      Column column = table.columns().get(i);
      row.add(found.getObject(i + 1) == null ? null : cell.of(found, i + 1, column.type()));
    }
    return row;
  }

  /** With times as times. */
  static Object standard(ResultSet found, int at, Type type) throws SQLException {
    return switch (type) {
      case Type.Plain plain ->
          switch (plain) {
            case INSTANT -> found.getObject(at, OffsetDateTime.class).toInstant();
            case DATE -> found.getObject(at, LocalDate.class);
            default -> plain(found, at, plain);
          };
      case Type.Decimal _ -> found.getBigDecimal(at);
    };
  }

  /** With times and decimals as texts, the times with their zone. */
  static Object texts(ResultSet found, int at, Type type) throws SQLException {
    return switch (type) {
      case Type.Plain plain ->
          switch (plain) {
            case INSTANT -> Instant.parse(found.getString(at));
            case DATE -> LocalDate.parse(found.getString(at));
            default -> plain(found, at, plain);
          };
      case Type.Decimal _ -> new BigDecimal(found.getString(at));
    };
  }

  private static Object plain(ResultSet found, int at, Type.Plain type) throws SQLException {
    return switch (type) {
      case INTEGER -> found.getLong(at);
      case BOOLEAN -> found.getBoolean(at);
      case JSON -> JSON.readTree(found.getString(at)).toString();
      default -> found.getString(at);
    };
  }
}
