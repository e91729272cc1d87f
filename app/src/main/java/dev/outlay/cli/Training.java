package dev.outlay.cli;

import dev.outlay.simulator.Settings;
import dev.outlay.simulator.Simulator;
import dev.outlay.simulator.world.Size;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Run once by the build: goes the ways that people go, so that what is loaded on the way can be
 * kept for the next start.
 */
final class Training {
  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("--version"),
          List.of("--help"),
          List.of("sync", "--help"),
          List.of("nonsense"),
          List.of("check"),
          List.of("sync"),
          List.of("sync", "--progress", "json"),
          List.of("spend"),
          List.of("spend", "--by", "workspace,model", "--grain", "month", "--compare", "previous"),
          List.of("query", "SELECT * FROM usage_daily"),
          List.of("query", "SELECT * FROM cost_report", "--format", "csv"),
          List.of("datasets"),
          List.of("doctor"));

  /**
   * Passed on twice: the second time, and most often, there is nothing new. Nobody is at port 1.
   */
  private static final List<String> PLACES =
      List.of("duckdb:///%s/to.duckdb", "parquet:///%s/to", "postgresql://me:x@127.0.0.1:1/%s");

  private static final List<String> PATHS =
      List.of(
          "/healthz",
          "/",
          "/api/v1/openapi.json",
          "/api/v1/health",
          "/api/v1/catalogue",
          "/api/v1/ask?measures=cost&period=365d&grain=day&by=model&limit=8&compare=previous",
          "/api/v1/ask?measures=cost&period=30d&by=workspace&limit=10",
          "/api/v1/values?dimension=model",
          "/api/v1/datasets",
          "/api/v1/datasets/cost_report/rows?limit=100",
          "/api/v1/syncs",
          "/api/v1/none");
  private static final Pattern ADDRESS = Pattern.compile("http://127[.]0[.]0[.]1:[0-9]+");

  private Training() {}

  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("outlay-training");
    Settings small =
        Settings.defaults()
            .withSize(Size.demo().withStreams(6).withHistoryDays(30).withDevelopers(2));
    try (Simulator simulator = Simulator.start(small)) {
      Map<String, String> environment =
          Map.of(
              "ANTHROPIC_ADMIN_KEY", Settings.KEY,
              "OUTLAY_BASE_URL", simulator.url().toString(),
              "OUTLAY_STORE", "training.duckdb",
              "OUTLAY_LOOKBACK_DAYS", "20",
              "TERM", "xterm");
      COMMANDS.forEach(line -> run(line, environment, folder));
      exports(folder).forEach(line -> run(line, environment, folder));
      serve(environment, folder);
    } finally {
      remove(folder);
    }
  }

  private static List<List<String>> exports(Path folder) {
    return Stream.concat(PLACES.stream(), PLACES.stream())
        .map(place -> List.of("export", "--to", place.formatted(folder)))
        .toList();
  }

  private static void run(List<String> line, Map<String, String> environment, Path folder) {
    OutputStream nowhere = OutputStream.nullOutputStream();
    Streams streams =
        new Streams(
            InputStream.nullInputStream(), nowhere, nowhere, new Terminal(true, true, 100), folder);
    System.out.println(
        String.join(" ", line)
            + ": "
            + Main.run(line.toArray(String[]::new), environment, streams));
  }

  /** What the pages ask for at first, as a browser does. */
  private static void serve(Map<String, String> environment, Path folder) throws IOException {
    Told told = new Told();
    Streams streams =
        new Streams(
            InputStream.nullInputStream(), told, told, new Terminal(false, false, 100), folder);
    String[] line = {"serve", "--port", "0"};
    Thread server =
        Thread.ofPlatform().name("serve").start(() -> Main.run(line, environment, streams));
    for (String path : PATHS) {
      System.out.println("GET " + path + ": " + get(told.address.join() + path));
    }
    server.interrupt();
    try {
      server.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Output in which somebody waits for an address. */
  private static final class Told extends OutputStream {
    private final StringBuilder text = new StringBuilder();
    private final CompletableFuture<String> address = new CompletableFuture<>();

    @Override
    public synchronized void write(int sign) {
      text.append((char) sign);
      Matcher matcher = ADDRESS.matcher(text);
      if (sign == ' ' && matcher.find()) {
        address.complete(matcher.group());
      }
    }
  }

  private static int get(String address) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(address).toURL().openConnection(Proxy.NO_PROXY);
    connection.setRequestProperty("Accept-Encoding", "gzip, br");
    int status = connection.getResponseCode();
    if (status < 400) {
      connection.getInputStream().readAllBytes();
    }
    return status;
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
