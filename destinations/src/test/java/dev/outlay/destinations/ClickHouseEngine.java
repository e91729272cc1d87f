package dev.outlay.destinations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The engine of ClickHouse in a Node process, behind an HTTP bridge; loopback only. */
record ClickHouseEngine(Process process, int port) implements AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Path PACKAGES = Path.of("target", "chdb").toAbsolutePath();
  private static final String ENGINE = "chdb@3.4.0";

  /**
   * Fetches the engine where it is not there yet, and starts it.
   *
   * @param folder where it may keep its data
   */
  static ClickHouseEngine start(Path folder) throws IOException, InterruptedException {
    install();
    Path script = Path.of("src", "test", "resources", "clickhouse", "bridge.js").toAbsolutePath();
    ProcessBuilder node =
        new ProcessBuilder("node", script.toString(), folder.resolve("data").toString());
    node.environment().put("NODE_PATH", PACKAGES.resolve("node_modules").toString());
    Process process = node.redirectError(folder.resolve("log").toFile()).start();
    BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    String port = out.readLine();
    if (port == null) {
      throw new IOException(Files.readString(folder.resolve("log")));
    }
    return new ClickHouseEngine(process, Integer.parseInt(port));
  }

  private static void install() throws IOException, InterruptedException {
    if (Files.isDirectory(PACKAGES.resolve("node_modules/chdb"))) {
      return;
    }
    Files.createDirectories(PACKAGES);
    Process npm =
        new ProcessBuilder("npm", "install", "--no-audit", "--no-fund", "--prefix", ".", ENGINE)
            .directory(PACKAGES.toFile())
            .redirectErrorStream(true)
            .redirectOutput(PACKAGES.resolve("npm.log").toFile())
            .start();
    if (!npm.waitFor(10, TimeUnit.MINUTES) || npm.exitValue() != 0) {
      npm.destroy();
      throw new IOException("npm install " + ENGINE + " did not end well");
    }
  }

  /** The answer, or null where it was refused. */
  @Nullable String ask(String sql) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
            .POST(BodyPublishers.ofString(sql))
            .build();
    HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
    return answer.statusCode() == 200 ? answer.body() : null;
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
  }
}
