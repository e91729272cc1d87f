package dev.outlay.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.testkit.server.Program;
import dev.outlay.testkit.server.Started;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real VictoriaMetrics, which takes OTLP. */
record VictoriaMetrics(Started started, URI url) implements AutoCloseable {
  static VictoriaMetrics in(Path folder) {
    Program program = Program.needed("victoria-metrics");
    int port = Started.freePort();
    URI url = URI.create("http://127.0.0.1:" + port);
    Started started =
        program.start(
            folder,
            "-storageDataPath=" + folder.resolve("data"),
            "-httpListenAddr=127.0.0.1:" + port,
            "-retentionPeriod=10y",
            "-search.latencyOffset=0s");
    return new VictoriaMetrics(started.ready(url.resolve("/health")), url);
  }

  URI endpoint() {
    return URI.create("otlp://127.0.0.1:" + url.getPort() + "/opentelemetry/v1/metrics");
  }

  /** What is kept of the series, every sample with its time. */
  List<JsonNode> kept(String selector) {
    Started.text(url.resolve("/internal/force_flush"));
    String lines =
        Started.text(URI.create(url + "/api/v1/export?match%5B%5D=" + encoded(selector)));
    return lines.lines().map(line -> JsonMapper.shared().readTree(line)).toList();
  }

  /** The one number the expression gives at that time. */
  double number(String expression, Instant at) {
    Started.text(url.resolve("/internal/force_flush"));
    String query = "/api/v1/query?time=" + at.getEpochSecond() + "&query=" + encoded(expression);
    JsonNode answer = JsonMapper.shared().readTree(Started.text(URI.create(url + query)));
    assertThat(answer.at("/data/result")).as(expression + ": " + answer).hasSize(1);
    return Double.parseDouble(answer.at("/data/result/0/value/1").asString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    started.close();
  }
}
