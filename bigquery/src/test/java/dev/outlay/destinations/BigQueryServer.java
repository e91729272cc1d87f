package dev.outlay.destinations;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.Signature;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers as the pages of BigQuery's REST interface say, as far as it is used here: tokens, tables
 * and what is in them, load jobs by resumable upload, query jobs and their results. What a
 * statement does is done by DuckDB. Every job is remembered by its name, and runs once.
 */
final class BigQueryServer implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String TOKEN = "ya29.of-a-test";

  private static final String CONFLICT =
      "Transaction is aborted due to concurrent update against table s3cr3t";

  private final HttpServer server;
  private final Connection engine;
  private final KeyPair keys;
  private final Map<String, ObjectNode> tables = new ConcurrentHashMap<>();
  private final Map<String, ObjectNode> jobs = new ConcurrentHashMap<>();
  private final Map<String, ObjectNode> results = new ConcurrentHashMap<>();
  private final Map<String, Upload> uploads = new ConcurrentHashMap<>();

  /** What it was asked: the method, the path without its head, and for jobs their statements. */
  final List<String> told = new CopyOnWriteArrayList<>();

  /** How often a job ran. */
  final Map<String, Integer> runs = new ConcurrentHashMap<>();

  /**
   * The next answers to what begins so are this status; a negative one: none, after it was done.
   */
  final Map<String, List<Refusal>> refusals = new ConcurrentHashMap<>();

  /** How many of the next scripts somebody else gets in the way of. */
  int conflicts;

  record Refusal(int status, String reason) {}

  private record Upload(JsonNode job, ByteArrayOutputStream bytes) {}

  BigQueryServer(KeyPair keys) throws IOException, SQLException {
    this.keys = keys;
    this.engine = DriverManager.getConnection("jdbc:duckdb:");
    run("SET TimeZone = 'UTC'");
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  Connection engine() {
    return engine;
  }

  void run(String sql) throws SQLException {
    try (Statement statement = engine.createStatement()) {
      statement.execute(sql);
    }
  }

  void refuse(String what, int status, String reason) {
    refusals
        .computeIfAbsent(what, _ -> new CopyOnWriteArrayList<>())
        .add(new Refusal(status, reason));
  }

  @Nullable ObjectNode table(String dataset, String table) {
    return tables.get(dataset + "." + table);
  }

  List<String> tables() {
    return List.copyOf(tables.keySet());
  }

  void forgetTable(String dataset, String table) throws SQLException {
    tables.remove(dataset + "." + table);
    run("DROP TABLE \"%s\".\"%s\"".formatted(dataset, table));
  }

  @Override
  public void close() throws SQLException {
    server.stop(0);
    engine.close();
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String override = exchange.getRequestHeaders().getFirst("X-HTTP-Method-Override");
      String method = override == null ? exchange.getRequestMethod() : override;
      String path = exchange.getRequestURI().getPath();
      byte[] body = body(exchange);
      if (path.equals("/token")) {
        token(exchange, new String(body, StandardCharsets.UTF_8));
        return;
      }
      String short_ = path.replaceFirst("^(/resumable)?(/upload)?/bigquery/v2/projects/[^/]+", "");
      told.add(method + " " + short_.replaceAll("outlay_[0-9a-f-]{36}|(?<=jobs/)u\\d+", "JOB"));
      Optional<Refusal> refusal = refusal(method + " " + short_);
      if (refusal.isPresent() && refusal.get().status() > 0) {
        error(exchange, refusal.get().status(), refusal.get().reason());
      } else if (!("Bearer " + TOKEN)
          .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        error(exchange, 401, "authError");
      } else {
        answer(exchange, method, short_, body, refusal.isPresent());
      }
    }
  }

  private Optional<Refusal> refusal(String what) {
    return refusals.entrySet().stream()
        .filter(each -> what.startsWith(each.getKey()) && !each.getValue().isEmpty())
        .findFirst()
        .map(each -> each.getValue().removeFirst());
  }

  private static byte[] body(HttpExchange exchange) throws IOException {
    try (InputStream in = exchange.getRequestBody()) {
      boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
      return zipped ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
    }
  }

  /** RFC 7523: the assertion is signed with the key of the service account. */
  private void token(HttpExchange exchange, String form) throws IOException {
    String assertion = form.replaceFirst(".*assertion=([^&]*).*", "$1");
    String[] parts = assertion.split("\\.", -1);
    if (parts.length == 3 && signed(parts)) {
      send(
          exchange,
          200,
          JSON.createObjectNode()
              .put("access_token", TOKEN)
              .put("expires_in", 3600)
              .put("token_type", "Bearer"));
    } else {
      send(exchange, 400, JSON.createObjectNode().put("error", "invalid_grant"));
    }
  }

  private boolean signed(String[] parts) {
    try {
      Signature check = Signature.getInstance("SHA256withRSA");
      check.initVerify(keys.getPublic());
      check.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      return check.verify(Base64.getUrlDecoder().decode(parts[2]));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answer(HttpExchange exchange, String method, String path, byte[] body, boolean lost)
      throws IOException {
    String[] parts = path.substring(1).split("/", -1);
    switch (method + " " + parts[0] + " " + parts.length) {
      case "GET datasets 4" -> table(exchange, parts[1] + "." + parts[3]);
      case "POST datasets 3" -> create(exchange, parts[1], JSON.readTree(body));
      case "PATCH datasets 4" -> patch(exchange, parts[1] + "." + parts[3], JSON.readTree(body));
      case "DELETE datasets 4" -> delete(exchange, parts[1], parts[3]);
      case "POST jobs 1" -> {
        if (exchange.getRequestURI().getQuery() != null
            && exchange.getRequestURI().getQuery().contains("uploadType=resumable")) {
          upload(exchange, JSON.readTree(body));
        } else {
          query(exchange, JSON.readTree(body), lost);
        }
      }
      case "PUT jobs 2" -> chunk(exchange, parts[1], body);
      case "GET jobs 2" -> found(exchange, jobs.get(parts[1]));
      case "GET datasets 5" -> found(exchange, results.get(parts[3]));
      case "GET queries 2" -> results(exchange, parts[1]);
      default -> error(exchange, 501, "notImplemented: " + method + " " + path);
    }
  }

  private void table(HttpExchange exchange, String name) throws IOException {
    found(exchange, tables.get(name));
  }

  private void create(HttpExchange exchange, String dataset, JsonNode wanted) throws IOException {
    String table = wanted.at("/tableReference/tableId").asString();
    if (dataset.equals("nowhere")) {
      error(exchange, 404, "notFound");
    } else if (tables.containsKey(dataset + "." + table)) {
      error(exchange, 409, "duplicate");
    } else {
      execute("CREATE SCHEMA IF NOT EXISTS \"" + dataset + "\"");
      execute("CREATE TABLE \"%s\".\"%s\" (%s)".formatted(dataset, table, declared(wanted)));
      ObjectNode made = ((ObjectNode) wanted).put("type", "TABLE").put("id", table);
      tables.put(dataset + "." + table, made);
      told.add(
          made.toString().replaceAll("\"expirationTime\":\"\\d+\"", "\"expirationTime\":\"…\""));
      send(exchange, 200, made);
    }
  }

  private void patch(HttpExchange exchange, String name, JsonNode wanted) throws IOException {
    ObjectNode table = Objects.requireNonNull(tables.get(name));
    List<String> before = fields(table).stream().map(BigQueryServer::name).toList();
    String quoted = '"' + name.replace(".", "\".\"") + '"';
    for (JsonNode field : fields(wanted)) {
      if (!before.contains(name(field))) {
        execute("ALTER TABLE " + quoted + " ADD COLUMN " + declaredField(field));
      }
    }
    table.set("schema", wanted.get("schema"));
    send(exchange, 200, table);
  }

  private void delete(HttpExchange exchange, String dataset, String table) throws IOException {
    if (tables.remove(dataset + "." + table) == null) {
      error(exchange, 404, "notFound");
    } else {
      execute("DROP TABLE \"%s\".\"%s\"".formatted(dataset, table));
      exchange.sendResponseHeaders(204, -1);
    }
  }

  private void upload(HttpExchange exchange, JsonNode job) throws IOException {
    String id = "u" + uploads.size();
    uploads.put(id, new Upload(job, new ByteArrayOutputStream()));
    exchange
        .getResponseHeaders()
        .set("Location", url() + "/resumable/upload/bigquery/v2/projects/p/jobs/" + id);
    exchange.sendResponseHeaders(200, -1);
  }

  /** Chunks but the last are answered with how much there is. */
  private void chunk(HttpExchange exchange, String id, byte[] bytes) throws IOException {
    Upload upload = Objects.requireNonNull(uploads.get(id));
    upload.bytes().writeBytes(bytes);
    String range = exchange.getRequestHeaders().getFirst("Content-Range");
    if (range != null && range.endsWith("/*")) {
      exchange.getResponseHeaders().set("Range", "bytes=0-" + (upload.bytes().size() - 1));
      exchange.sendResponseHeaders(308, -1);
    } else {
      send(exchange, 200, loaded((ObjectNode) upload.job(), upload.bytes().toByteArray()));
    }
  }

  private ObjectNode loaded(ObjectNode job, byte[] lines) throws IOException {
    JsonNode into = job.at("/configuration/load");
    told.add(into.toString().replaceAll("outlay_stage_\\w+", "outlay_stage_1"));
    ran(job);
    try {
      load(into, lines);
      return ended(job, null, "");
    } catch (SQLException e) {
      return ended(job, "invalid", String.valueOf(e.getMessage()));
    }
  }

  private void load(JsonNode into, byte[] lines) throws IOException, SQLException {
    List<JsonNode> fields = fields(into);
    Path file = Files.createTempFile("load", ".json");
    try {
      Files.write(file, lines);
      run(
          "INSERT INTO \"%s\".\"%s\" SELECT %s FROM read_json('%s', format = 'newline_delimited', columns = {%s})"
              .formatted(
                  into.at("/destinationTable/datasetId").asString(),
                  into.at("/destinationTable/tableId").asString(),
                  fields.stream()
                      .map(each -> "CAST(\"%s\" AS %s)".formatted(name(each), type(each)))
                      .collect(Collectors.joining(", ")),
                  file,
                  fields.stream()
                      .map(each -> "\"" + name(each) + "\": 'VARCHAR'")
                      .collect(Collectors.joining(", "))));
    } finally {
      Files.delete(file);
    }
  }

  private void query(HttpExchange exchange, JsonNode job, boolean lost) throws IOException {
    String id = job.at("/jobReference/jobId").asString();
    if (jobs.containsKey(id)) {
      error(exchange, 409, "duplicate");
      return;
    }
    String sql = job.at("/configuration/query/query").asString();
    if (sql.startsWith("BEGIN") && conflicts-- > 0) {
      send(exchange, 200, ended((ObjectNode) job, "invalidQuery", CONFLICT));
      return;
    }
    told.add(sql.replaceAll("outlay_stage_\\w+", "outlay_stage_1"));
    ran((ObjectNode) job);
    ObjectNode ended = asked((ObjectNode) job, id, sql);
    if (!lost) {
      send(exchange, 200, ended);
    }
  }

  private void ran(ObjectNode job) {
    runs.merge(job.at("/jobReference/jobId").asString(), 1, Integer::sum);
  }

  private ObjectNode asked(ObjectNode job, String id, String sql) {
    try {
      results.put(id, sql.startsWith("SELECT") ? select(sql) : script(sql));
      ((ObjectNode) job.at("/configuration/query"))
          .putObject("destinationTable")
          .put("projectId", "outlay-test")
          .put("datasetId", "_of_the_user")
          .put("tableId", id);
      return ended(job, null, "");
    } catch (SQLException e) {
      String said = String.valueOf(e.getMessage());
      return ended(job, said.contains("does not exist") ? "notFound" : "invalidQuery", said);
    }
  }

  /** Ends before its COMMIT: rolled back. */
  private ObjectNode script(String sql) throws SQLException {
    try {
      for (String statement : sql.split(";\n?", -1)) {
        if (!statement.isBlank()) {
          run(Respelt.of(statement));
        }
      }
    } catch (SQLException e) {
      run("ROLLBACK");
      throw e;
    }
    return rows();
  }

  private ObjectNode select(String sql) throws SQLException {
    ObjectNode answer = rows();
    try (Statement statement = engine.createStatement()) {
      ResultSet found = statement.executeQuery(Respelt.of(sql));
      ArrayNode fields = answer.putObject("schema").putArray("fields");
      for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
        fields.addObject().put("name", "f" + i).put("type", "STRING");
      }
      ArrayNode rows = answer.putArray("rows");
      while (found.next()) {
        ArrayNode cells = rows.addObject().putArray("f");
        for (int i = 1; i <= fields.size(); i++) {
          cells.addObject().put("v", found.getString(i));
        }
      }
      return answer.put("totalRows", "" + rows.size());
    }
  }

  private static ObjectNode rows() {
    return JSON.createObjectNode()
        .put("kind", "bigquery#getQueryResultsResponse")
        .put("jobComplete", true)
        .put("totalRows", "0");
  }

  private ObjectNode ended(ObjectNode job, @Nullable String reason, String said) {
    ObjectNode status = job.putObject("status").put("state", "DONE");
    if (reason != null) {
      status.putObject("errorResult").put("reason", reason).put("message", said);
    }
    job.putObject("statistics").put("creationTime", "1").put("startTime", "1").put("endTime", "2");
    jobs.put(job.at("/jobReference/jobId").asString(), job);
    return job;
  }

  private void results(HttpExchange exchange, String id) throws IOException {
    ObjectNode job = jobs.get(id);
    if (job != null && job.at("/status/errorResult/reason").isString()) {
      JsonNode said = job.at("/status/errorResult");
      error(exchange, 400, said.get("reason").asString(), said.get("message").asString());
      return;
    }
    ObjectNode answer = results.get(id);
    if (job != null && answer != null) {
      answer.set("jobReference", job.get("jobReference"));
    }
    found(exchange, answer);
  }

  private static void found(HttpExchange exchange, @Nullable ObjectNode answer) throws IOException {
    if (answer == null) {
      error(exchange, 404, "notFound");
    } else {
      send(exchange, 200, answer);
    }
  }

  private static void error(HttpExchange exchange, int status, String reason) throws IOException {
    error(exchange, status, reason, "no: s3cr3t");
  }

  private static void error(HttpExchange exchange, int status, String reason, String message)
      throws IOException {
    ObjectNode answer = JSON.createObjectNode();
    ObjectNode error = answer.putObject("error").put("code", status).put("message", message);
    error
        .putArray("errors")
        .addObject()
        .put("domain", "global")
        .put("reason", reason)
        .put("message", message);
    send(exchange, status, answer);
  }

  private static void send(HttpExchange exchange, int status, JsonNode answer) throws IOException {
    byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private void execute(String sql) {
    try {
      run(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String declared(JsonNode table) {
    return fields(table).stream()
        .map(BigQueryServer::declaredField)
        .collect(Collectors.joining(", "));
  }

  private static String declaredField(JsonNode field) {
    return '"' + name(field) + "\" " + type(field);
  }

  private static List<JsonNode> fields(JsonNode table) {
    List<JsonNode> fields = new ArrayList<>();
    table.at("/schema/fields").forEach(fields::add);
    return fields;
  }

  private static String name(JsonNode field) {
    return field.get("name").asString();
  }

  private static String type(JsonNode field) {
    String type = field.get("type").asString();
    return switch (type) {
      case "STRING" -> "VARCHAR";
      case "INT64", "INTEGER" -> "BIGINT";
      case "BOOL", "BOOLEAN" -> "BOOLEAN";
      case "TIMESTAMP" -> "TIMESTAMPTZ";
      case "DATE" -> "DATE";
      case "NUMERIC", "BIGNUMERIC" ->
          "DECIMAL(%s,%s)"
              .formatted(field.get("precision").asString(), field.get("scale").asString());
      default -> throw new IllegalStateException(type);
    };
  }
}
