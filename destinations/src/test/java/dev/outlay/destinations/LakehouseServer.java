package dev.outlay.destinations;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers as the pages of Databricks' Statement Execution API say, as far as its driver asks here:
 * sessions, statements, and results in one piece. What a statement does is done by DuckDB.
 */
final class LakehouseServer implements AutoCloseable {
  static final String TOKEN = "dapi-0f-a-test";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpServer server;
  private final Connection engine;
  private final Map<String, Connection> sessions = new ConcurrentHashMap<>();

  /** The statements, and where each session is. */
  final List<String> told = new CopyOnWriteArrayList<>();

  /** Said instead of what the next statement would be answered. */
  final Map<String, String> refusals = new ConcurrentHashMap<>();

  LakehouseServer() throws IOException, SQLException {
    this.engine = DriverManager.getConnection("jdbc:duckdb:");
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** As somebody who reads beside. */
  Connection reader(String schema) throws SQLException {
    Connection reader = engine.unwrap(org.duckdb.DuckDBConnection.class).duplicate();
    try (Statement statement = reader.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS " + schema);
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute("SET schema = '" + schema + "'");
    }
    return reader;
  }

  int sessions() {
    return sessions.size();
  }

  @Override
  public void close() throws SQLException {
    server.stop(0);
    engine.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange;
        InputStream in = exchange.getRequestBody()) {
      String path = exchange.getRequestURI().getPath().replaceAll("/+", "/").replaceAll("/$", "");
      byte[] body = in.readAllBytes();
      String login = exchange.getRequestHeaders().getFirst("Authorization");
      if (!path.startsWith("/api/2.0/sql/")) {
        send(exchange, 404, error("ENDPOINT_NOT_FOUND", "nothing here"));
      } else if (!("Bearer " + TOKEN).equals(login)) {
        send(exchange, 403, error("PERMISSION_DENIED", "Invalid access token: " + login));
      } else {
        send(exchange, 200, answer(exchange.getRequestMethod(), path, body));
      }
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private JsonNode answer(String method, String path, byte[] body) throws SQLException {
    String last = path.substring(path.lastIndexOf('/') + 1);
    if (method.equals("DELETE")) {
      Connection session = sessions.remove(last);
      if (session != null) {
        session.close();
      }
      return JSON.createObjectNode();
    }
    JsonNode asked = JSON.readTree(body);
    return last.equals("sessions") ? session(asked) : statement(asked);
  }

  private JsonNode session(JsonNode asked) throws SQLException {
    String id = "session-" + System.identityHashCode(asked) + "-" + sessions.size();
    told.add("-- a session in " + asked.get("catalog").asString());
    sessions.put(id, reader(asked.get("schema").asString()));
    return JSON.createObjectNode().put("session_id", id);
  }

  private JsonNode statement(JsonNode asked) throws SQLException {
    String sql = asked.get("statement").asString();
    told.add(sql);
    Connection session = Objects.requireNonNull(sessions.get(asked.get("session_id").asString()));
    ObjectNode answer = JSON.createObjectNode().put("statement_id", "statement-" + told.size());
    String refusal = refusal(sql);
    if (refusal != null) {
      return failed(answer, refusal, "42000");
    }
    try (Statement statement = session.createStatement()) {
      boolean rows = statement.execute(respelt(sql));
      answer.putObject("status").put("state", "SUCCEEDED");
      return rows ? result(answer, statement.getResultSet()) : result(answer, null);
    } catch (SQLException e) {
      boolean missing = String.valueOf(e.getMessage()).contains("does not exist");
      String condition = missing ? "[TABLE_OR_VIEW_NOT_FOUND] " : "[PARSE_SYNTAX_ERROR] ";
      return failed(answer, condition + e.getMessage(), missing ? "42P01" : "42601");
    }
  }

  private @Nullable String refusal(String sql) {
    return refusals.entrySet().stream()
        .filter(each -> sql.startsWith(each.getKey()))
        .findFirst()
        .map(each -> refusals.remove(each.getKey()))
        .orElse(null);
  }

  private static ObjectNode failed(ObjectNode answer, String message, String state) {
    ObjectNode status = answer.putObject("status").put("state", "FAILED").put("sql_state", state);
    status.putObject("error").put("error_code", "BAD_REQUEST").put("message", message);
    return answer;
  }

  private static ObjectNode result(ObjectNode answer, @Nullable ResultSet found)
      throws SQLException {
    ObjectNode manifest = answer.putObject("manifest").put("format", "JSON_ARRAY");
    ArrayNode columns = manifest.putObject("schema").putArray("columns");
    ArrayNode rows = JSON.createArrayNode();
    if (found != null) {
      columns(columns, found.getMetaData());
      rows(rows, found, columns.size());
    }
    ((ObjectNode) manifest.get("schema")).put("column_count", columns.size());
    manifest.put("total_chunk_count", 1).put("total_row_count", rows.size());
    manifest.put("truncated", false);
    ObjectNode result = answer.putObject("result").put("chunk_index", 0).put("row_offset", 0);
    result.put("row_count", rows.size()).set("data_array", rows);
    return answer;
  }

  private static void columns(ArrayNode columns, ResultSetMetaData of) throws SQLException {
    for (int i = 1; i <= of.getColumnCount(); i++) {
      columns
          .addObject()
          .put("name", of.getColumnName(i))
          .put("position", i - 1)
          .put("type_name", "STRING")
          .put("type_text", "STRING");
    }
  }

  private static void rows(ArrayNode rows, ResultSet found, int columns) throws SQLException {
    while (found.next()) {
      ArrayNode row = rows.addArray();
      for (int i = 1; i <= columns; i++) {
        row.add(found.getString(i));
      }
    }
  }

  private static String respelt(String sql) {
    String plain =
        sql.replaceFirst(" USING DELTA( TBLPROPERTIES .*)?$", "")
            .replaceFirst(" ADD COLUMNS \\((.*)\\)$", " ADD COLUMN $1");
    return sql.startsWith("SHOW TABLES LIKE")
        ? "SELECT table_schema, table_name, false FROM information_schema.tables"
            + " WHERE table_schema = current_schema() AND table_name LIKE "
            + sql.substring("SHOW TABLES LIKE ".length()).replace('*', '%')
        : Respelt.of(plain);
  }

  private static ObjectNode error(String code, String message) {
    return JSON.createObjectNode().put("error_code", code).put("message", message);
  }

  private static void send(HttpExchange exchange, int status, JsonNode answer) throws IOException {
    byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
