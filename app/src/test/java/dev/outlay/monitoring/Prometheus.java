package dev.outlay.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.testkit.server.Program;
import dev.outlay.testkit.server.Started;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Prometheus that scrapes some addresses every second. */
record Prometheus(Started started, URI url) implements AutoCloseable {
  static final Path RULES = Path.of("../docs/monitoring/alerts.yml");

  /** Scrapes the addresses, each as a job called outlay-N, with the settings besides. */
  static Prometheus scraping(Path folder, String settings, URI... addresses) {
    Program program = Program.needed("prometheus");
    int port = Started.freePort();
    URI url = URI.create("http://127.0.0.1:" + port);
    Path config = write(folder.resolve("prometheus.yml"), config(settings, List.of(addresses)));
    Started started =
        program.start(
            folder,
            "--config.file=" + config,
            "--storage.tsdb.path=" + folder.resolve("tsdb"),
            "--web.listen-address=127.0.0.1:" + port);
    return new Prometheus(started.ready(url.resolve("/-/ready")), url);
  }

  private static String config(String settings, List<URI> addresses) {
    StringBuilder text =
        new StringBuilder(
            "global: { scrape_interval: 1s, evaluation_interval: 2s }\nrule_files: [ "
                + RULES.toAbsolutePath().normalize()
                + " ]\nscrape_configs:\n");
    for (int i = 0; i < addresses.size(); i++) {
      text.append(
          "  - job_name: outlay-%d\n    static_configs: [ { targets: [ '%s' ] } ]\n%s"
              .formatted(i, addresses.get(i).getAuthority(), settings));
    }
    return text.toString();
  }

  private static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The samples an expression gives now. */
  List<JsonNode> query(String expression) {
    JsonNode answer = get("/api/v1/query?query=" + encoded(expression));
    assertThat(answer.get("status").asString()).as(expression + ": " + answer).isEqualTo("success");
    return answer.at("/data/result").valueStream().toList();
  }

  /** Waits for samples of the expression. */
  List<JsonNode> data(String expression) {
    return Started.until(() -> {
      List<JsonNode> samples = query(expression);
      assertThat(samples).as(expression).isNotEmpty();
      return samples;
    });
  }

  JsonNode get(String path) {
    return JsonMapper.shared().readTree(Started.text(URI.create(url + path)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    started.close();
  }
}
