import dev.outlay.destination.Address;
import dev.outlay.destination.Changes;
import dev.outlay.destination.Delivery;
import dev.outlay.destination.DestinationKind;
import dev.outlay.destination.Load;
import dev.outlay.destination.Mirror;
import dev.outlay.destinations.LocalFiles;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Column;
import dev.outlay.table.Rows;
import dev.outlay.table.Scope;
import dev.outlay.table.Series;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Rows of the shape of usage_report, 31 days of them, into files: through the destination, and
 * through the engine alone (its appender, and its own writer partitioned by day). One way a process:
 * {@code java FilesRate ours|again|engine FORMAT FOLDER ROWS}; prints seconds, those of a processor, and peak memory.
 */
public class FilesRate {
  private static final int DAYS = 31;
  private static final int BATCH = 1000;
  private static final Instant FIRST = Instant.parse("2026-05-01T00:00:00Z");
  private static final List<String> TEXTS =
      List.of("bucket_width", "grouped_by", "model", "workspace_id", "api_key_id", "account_id",
          "service_account_id", "service_tier", "context_window", "inference_geo", "speed");
  private static final List<String> COUNTS =
      List.of("uncached_input_tokens", "cache_read_input_tokens", "cache_creation_5m_input_tokens",
          "cache_creation_1h_input_tokens", "output_tokens", "web_search_requests");

  public static void main(String[] args) throws Exception {
    int rows = Integer.parseInt(args[3]);
    long start = System.nanoTime();
    String result = args[0].equals("engine") ? engine(args[1], args[2], rows) : ours(args[1], args[2], rows);
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpu = ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    System.out.printf("%s %s %d rows %.2f s (%.2f s of a processor) %.0f rows/s peak %s %s%n",
        args[0], args[1], rows, seconds, cpu, rows / seconds, peak(), result);
  }

  private static String ours(String format, String folder, int rows) {
    Table table = table();
    DestinationKind kind = new LocalFiles();
    try (Mirror mirror = kind.open(Address.of("file://" + folder + "?format=" + format), InstantSource.system())) {
      mirror.prepare(List.of(table));
      Scope scope = Scope.of(new Scope.Equal("connection", "production"));
      Delivery delivery = new Delivery("production", Series.of("usage_report"), List.of(table), scope, FIRST, FIRST);
      try (Load load = mirror.begin(delivery)) {
        for (int from = 0; from < rows; from += BATCH) {
          List<Object[]> cells = new ArrayList<>(BATCH);
          for (int i = from; i < Math.min(rows, from + BATCH); i++) {
            cells.add(row(i, rows));
          }
          load.add(0, new Rows(table, cells));
        }
        Changes changes = load.commit(Checkpoint.START.readAt(FIRST));
        return changes.toString();
      }
    }
  }

  private static String engine(String format, String folder, int rows) throws Exception {
    try (DuckDBConnection connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute("SET threads = 2");
      statement.execute("CREATE TABLE rows (row_id VARCHAR, connection VARCHAR, bucket_start TIMESTAMPTZ, bucket_end TIMESTAMPTZ, "
          + String.join(" VARCHAR, ", TEXTS) + " VARCHAR, " + String.join(" BIGINT, ", COUNTS) + " BIGINT, date DATE)");
      try (DuckDBAppender to = connection.createAppender("main", "rows")) {
        for (int i = 0; i < rows; i++) {
          append(to, row(i, rows));
        }
      }
      String options = format.equals("parquet") ? "parquet, COMPRESSION zstd" : format.equals("jsonl") ? "json" : "csv, HEADER";
      statement.execute("COPY rows TO '" + folder + "' (FORMAT " + options + ", PARTITION_BY (date))");
    }
    return "";
  }

  private static void append(DuckDBAppender to, Object[] cells) throws Exception {
    to.beginRow();
    for (Object cell : cells) {
      switch (cell) {
        case null -> to.appendNull();
        case String text -> to.append(text);
        case Long count -> to.append(count.longValue());
        case Instant at -> to.appendEpochMicros(at.getEpochSecond() * 1_000_000L);
        default -> throw new IllegalStateException();
      }
    }
    to.appendEpochDays((int) (((Instant) cells[2]).getEpochSecond() / 86_400));
    to.endRow();
  }

  private static Object[] row(int i, int rows) {
    int day = (int) ((long) i * DAYS / rows);
    Instant start = FIRST.plus(Duration.ofDays(day));
    long mixed = (i + 1) * 0x9E3779B97F4A7C15L;
    List<Object> cells = new ArrayList<>();
    cells.add("%016x%016x".formatted(mixed, mixed * 0xC2B2AE3D27D4EB4FL));
    cells.add("production");
    cells.add(start);
    cells.add(start.plus(Duration.ofDays(1)));
    cells.add("1d");
    cells.add("api_key_id,context_window,model,service_tier,workspace_id");
    cells.add("claude-model-" + i % 7);
    cells.add(i % 11 == 0 ? null : "wrkspc_" + i % 40);
    cells.add("apikey_" + i % 300);
    cells.add(null);
    cells.add(null);
    cells.add(i % 5 == 0 ? "batch" : "standard");
    cells.add("0-200k");
    cells.add(null);
    cells.add(null);
    for (int k = 0; k < COUNTS.size(); k++) {
      cells.add((mixed >>> (k * 5 + 8)) % 1_000_000 & Long.MAX_VALUE);
    }
    return cells.toArray();
  }

  private static Table table() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("row_id", Type.Plain.TEXT, true, "Name."));
    columns.add(new Column("connection", Type.Plain.TEXT, false, "Connection."));
    columns.add(new Column("bucket_start", Type.Plain.INSTANT, false, "Start."));
    columns.add(new Column("bucket_end", Type.Plain.INSTANT, false, "End."));
    TEXTS.forEach(name -> columns.add(new Column(name, Type.Plain.TEXT, false, "Dimension.")));
    COUNTS.forEach(name -> columns.add(new Column(name, Type.Plain.INTEGER, false, "Count.")));
    return new Table("usage_report", "Usage.", columns, Table.Twins.EQUAL_ONLY);
  }

  private static String peak() throws Exception {
    return java.nio.file.Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
        .findFirst().orElse("?");
  }
}
