import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;

/**
 * Serves a month of usage and cost of any size from memory, as fast as this machine sends bytes:
 * {@code java PageServer.java PORT ROWS_A_DAY PAGES [FIRST_DAY]}. One day's rows are made once, in
 * seven variants, so that serving costs next to nothing beside what is measured. Ends when its
 * standard input does.
 */
public class PageServer {
  static final int DAYS = 31;
  static final int VARIANTS = 7;

  record Report(byte[][] variants) {
    byte[] day(LocalDate day) {
      return variants[(int) (day.toEpochDay() % VARIANTS)];
    }
  }

  public static void main(String[] args) throws IOException {
    int rows = Integer.parseInt(args[1]);
    int pages = Integer.parseInt(args[2]);
    LocalDate first = LocalDate.parse(args.length > 3 ? args[3] : "2026-05-01");
    Report usage = report(rows, PageServer::usage);
    Report cost = report(rows, PageServer::cost);
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]));
    HttpServer server = HttpServer.create(address, 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/organizations/me", PageServer::me);
    server.createContext(
        "/v1/organizations/usage_report/messages", x -> answer(x, usage, first, pages));
    server.createContext("/v1/organizations/cost_report", x -> answer(x, cost, first, pages));
    server.start();
    System.out.println("ready on " + server.getAddress().getPort());
    System.in.transferTo(OutputStream.nullOutputStream());
    server.stop(0);
  }

  interface Row {
    String text(int row, Random random);
  }

  static Report report(int rows, Row row) {
    byte[][] variants = new byte[VARIANTS][];
    for (int variant = 0; variant < VARIANTS; variant++) {
      Random random = new Random(variant);
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < rows; i++) {
        text.append(i == 0 ? "" : ",").append(row.text(i, random));
      }
      variants[variant] = text.toString().getBytes(StandardCharsets.UTF_8);
    }
    return new Report(variants);
  }

  static final List<String> MODELS =
      List.of("claude-opus-5-5", "claude-sonnet-5-5", "claude-haiku-4-5-20251001", "claude-opus-5");

  static String usage(int row, Random random) {
    return """
        {"uncached_input_tokens":%d,"cache_creation":{"ephemeral_1h_input_tokens":%d,\
        "ephemeral_5m_input_tokens":%d},"cache_read_input_tokens":%d,"output_tokens":%d,\
        "server_tool_use":{"web_search_requests":%d},"api_key_id":"apikey_01Rj2N8SVvo6Be%08d",\
        "workspace_id":"wrkspc_01JwQvzr7rXLA5%04d","model":"%s","service_tier":"%s",\
        "context_window":"%s","inference_geo":null,"account_id":null,"service_account_id":null}"""
        .formatted(
            random.nextInt(3_000_000),
            random.nextInt(50_000),
            random.nextInt(90_000),
            random.nextInt(9_000_000),
            random.nextInt(700_000),
            random.nextInt(20),
            row / 8,
            row / 8 % 40,
            MODELS.get(row % 4),
            row / 4 % 2 == 0 ? "standard" : "batch",
            "0-200k");
  }

  static String cost(int row, Random random) {
    String model = MODELS.get(row % 4);
    String kind = List.of("uncached_input_tokens", "output_tokens").get(row / 4 % 2);
    return """
        {"currency":"USD","amount":"%d.%06d","workspace_id":"wrkspc_01JwQvzr7rXLA5%04d",\
        "description":"%s Usage - %s %d","cost_type":"tokens","context_window":"0-200k",\
        "model":"%s","service_tier":"standard","token_type":"%s","inference_geo":"global"}"""
        .formatted(
            random.nextInt(40_000), random.nextInt(1_000_000), row / 8 % 250, model, kind,
            row / 2000, model, kind);
  }

  static void me(HttpExchange exchange) throws IOException {
    byte[] body =
        "{\"id\":\"11111111-2222-4333-8444-555555555555\",\"name\":\"Bench\",\"type\":\"organization\"}"
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** The days that were asked for, as so many pages; all of them where nothing was asked. */
  static void answer(HttpExchange exchange, Report report, LocalDate first, int pages)
      throws IOException {
    String query = exchange.getRequestURI().getQuery();
    LocalDate begin = day(query, "starting_at", first);
    int days = (int) (day(query, "ending_at", first.plusDays(DAYS)).toEpochDay() - begin.toEpochDay());
    int all = Math.min(pages, days);
    int page = query.contains("page=p") ? Integer.parseInt(query.replaceAll(".*page=p(\\d+).*", "$1")) : 0;
    exchange.getResponseHeaders().set("content-type", "application/json");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      write(out, "{\"data\":[");
      for (int i = days * page / all; i < days * (page + 1) / all; i++) {
        write(out, (i == days * page / all ? "" : ",") + head(begin.plusDays(i)));
        out.write(report.day(begin.plusDays(i)));
        write(out, "]}");
      }
      boolean more = page + 1 < all;
      String next = more ? "\"p" + (page + 1) + "\"" : "null";
      write(out, "],\"has_more\":" + more + ",\"next_page\":" + next + "}");
    }
  }

  static String head(LocalDate day) {
    return "{\"starting_at\":\"" + day + "T00:00:00Z\",\"ending_at\":\"" + day.plusDays(1)
        + "T00:00:00Z\",\"results\":[";
  }

  static LocalDate day(String query, String name, LocalDate standard) {
    return query.contains(name + "=")
        ? LocalDate.parse(query.replaceAll(".*" + name + "=(\\d{4}-\\d\\d-\\d\\d).*", "$1"))
        : standard;
  }

  static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
