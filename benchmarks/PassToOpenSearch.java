import dev.outlay.destination.Address;
import dev.outlay.destination.Changes;
import dev.outlay.destination.Delivery;
import dev.outlay.destination.Labelled;
import dev.outlay.destination.Load;
import dev.outlay.destination.Mirror;
import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.catalogue.Datasets;
import dev.outlay.destinations.OpenSearch;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Column;
import dev.outlay.table.Position;
import dev.outlay.table.Rows;
import dev.outlay.table.Scope;
import dev.outlay.table.Series;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Rows of the usage report into an OpenSearch that runs: once by the mirror, once by the bulk API
 * alone with the same documents made beforehand, into an index with the same mapping.
 * {@code java -cp CLASSES PassToOpenSearch HOST:PORT ROWS RUNS}
 */
public class PassToOpenSearch {
  private static final Table TABLE = Labelled.label(usage());
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  public static void main(String[] args) throws Exception {
    String host = args[0];
    int rows = Integer.parseInt(args[1]);
    for (int run = 0; run < Integer.parseInt(args[2]); run++) {
      String prefix = "bench" + run + "-";
      System.out.printf("run %d%n", run);
      fill(host, prefix, rows, "ours: first fill");
      fill(host, prefix, rows, "ours: the same again");
      plain(host, prefix);
      call(host, "DELETE", prefix + "*", new byte[0], false);
    }
    Runtime runtime = Runtime.getRuntime();
    System.out.printf("heap now %d MB%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
  }

  private static void fill(String host, String prefix, int rows, String what) {
    String uri = "opensearch://" + host + "?secure=false&prefix=" + prefix;
    long start = System.nanoTime();
    try (Mirror mirror = new OpenSearch().open(Address.of(uri), InstantSource.system())) {
      mirror.prepare(List.of(TABLE));
      Delivery delivery =
          new Delivery(
              "c",
              Series.of("usage_report"),
              List.of(TABLE),
              Scope.of(new Scope.Equal("connection", "c")),
              Instant.MIN,
              Instant.EPOCH);
      try (Load load = mirror.begin(delivery)) {
        for (int from = 0; from < rows; from += 2000) {
          load.add(0, batch(from, Math.min(2000, rows - from)));
        }
        Changes changes = load.commit(Checkpoint.START.at(new Position("here", 1)));
        told(what + " " + changes, rows, start);
      }
    }
  }

  /** What the mirror wrote, read back and sent again by the plain bulk API. */
  private static void plain(String host, String prefix) throws Exception {
    List<byte[]> batches = new ArrayList<>();
    int rows = batches(host, prefix + "usage_report", batches);
    String mapping = call(host, "GET", prefix + "usage_report/_mapping", new byte[0], false);
    String body = mapping.substring(mapping.indexOf(':') + 1, mapping.length() - 1);
    String settings = ",\"settings\":{\"refresh_interval\":\"-1\",\"auto_expand_replicas\":\"0-1\"}}";
    call(
        host,
        "PUT",
        prefix + "plain",
        (body.substring(0, body.length() - 1) + settings).getBytes(StandardCharsets.UTF_8),
        false);
    long start = System.nanoTime();
    for (byte[] batch : batches) {
      String answer =
          call(host, "POST", prefix + "plain/_bulk?filter_path=errors", batch, true);
      if (!answer.contains("\"errors\":false")) {
        throw new IllegalStateException(answer);
      }
    }
    call(host, "POST", prefix + "plain/_refresh", new byte[0], false);
    told("bulk API alone, " + batches.size() + " requests", rows, start);
  }

  private static int batches(String host, String index, List<byte[]> batches) throws Exception {
    int rows = 0;
    String after = "";
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    String page =
        call(
            host,
            "POST",
            index + "/_search?scroll=5m&filter_path=_scroll_id,hits.hits._id,hits.hits._source",
            "{\"size\":4000,\"sort\":[\"_doc\"]}".getBytes(StandardCharsets.UTF_8),
            false);
    while (page.contains("\"_source\":")) {
      String[] hits = page.split("\\{\"_id\":\"");
      for (int i = 1; i < hits.length; i++) {
        String id = hits[i].substring(0, hits[i].indexOf('"'));
        String source = hits[i].substring(hits[i].indexOf("\"_source\":") + 10);
        source = source.substring(0, source.indexOf("}}") + 1);
        lines.writeBytes(
            ("{\"index\":{\"_id\":\"" + id + "\"}}\n" + source + "\n")
                .getBytes(StandardCharsets.UTF_8));
        rows++;
      }
      batches.add(zipped(lines.toByteArray()));
      lines.reset();
      after = page.substring(page.indexOf("\"_scroll_id\":\"") + 14);
      after = after.substring(0, after.indexOf('"'));
      page =
          call(
              host,
              "POST",
              "_search/scroll?filter_path=_scroll_id,hits.hits._id,hits.hits._source",
              ("{\"scroll\":\"5m\",\"scroll_id\":\"" + after + "\"}")
                  .getBytes(StandardCharsets.UTF_8),
              false);
    }
    return rows;
  }

  private static byte[] zipped(byte[] bytes) throws Exception {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write(bytes);
    }
    return zipped.toByteArray();
  }

  private static String call(String host, String method, String path, byte[] body, boolean zipped)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://" + host + "/" + path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
    if (zipped) {
      request.header("Content-Encoding", "gzip");
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
  }

  private static void told(String what, int rows, long start) {
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("%s: %d rows in %.2f s, %.0f rows/s%n", what, rows, seconds, rows / seconds);
  }

  private static Rows batch(int from, int count) {
    List<Object[]> cells = new ArrayList<>();
    for (int i = from; i < from + count; i++) {
      Object[] row = new Object[TABLE.columns().size()];
      for (int at = 0; at < row.length; at++) {
        row[at] = cell(TABLE.columns().get(at), i);
      }
      cells.add(row);
    }
    return new Rows(TABLE, cells);
  }

  private static Object cell(Column column, int i) {
    if (column.name().equals("connection")) {
      return "c";
    }
    return switch (column.type()) {
      case Type.Plain plain ->
          switch (plain) {
            case INTEGER -> (long) i * 7919 % 1_000_003;
            case INSTANT -> Instant.ofEpochSecond(1_780_000_000L + i / 24 * 3600L);
            case TEXT -> column.key() ? "%032x".formatted(i * 0x9E3779B97F4A7C15L) : column.name() + i % 40;
            default -> null;
          };
      case Type.Decimal _ -> new BigDecimal(i).movePointLeft(7);
    };
  }

  private static Table usage() {
    return Datasets.ALL.stream()
        .filter(dataset -> dataset.name().equals("usage_report"))
        .map(Dataset::tables)
        .findFirst()
        .orElseThrow()
        .getFirst();
  }
}
