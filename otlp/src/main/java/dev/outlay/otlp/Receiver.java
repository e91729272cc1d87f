package dev.outlay.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure;
import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.exporter.internal.FailedExportException;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporterBuilder;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.data.MetricData;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Where metrics are pushed to, over HTTP with bodies of protobuf. */
final class Receiver implements AutoCloseable {
  /** What the SDK would write into the log is told to whoever called, and once. */
  private static final Logger SILENT = Logger.getLogger("io.opentelemetry.exporter");

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int USUAL_PORT = 4318;
  private static final String USUAL_PATH = "v1/metrics";

  private final URI address;
  private final OtlpHttpMetricExporter exporter;

  /**
   * A receiver.
   *
   * @param endpoint {@code otlp://host:port/path}, {@code otlps://…} over TLS, or http and https;
   *     port 4318 and the path of the standard where it has none; a user and password become basic
   *     authentication
   * @param headers sent with every request, such as Authorization
   */
  Receiver(URI endpoint, Map<String, String> headers) {
    SILENT.setLevel(Level.OFF);
    this.address = address(endpoint);
    OtlpHttpMetricExporterBuilder builder =
        OtlpHttpMetricExporter.builder()
            .setEndpoint(address.toString())
            .setTimeout(PATIENCE)
            .setCompression("gzip")
            .setComponentLoader(ComponentLoader.forClassLoader(Receiver.class.getClassLoader()));
    Optional.ofNullable(endpoint.getUserInfo())
        .ifPresent(user -> builder.addHeader("Authorization", basic(user)));
    headers.forEach(builder::addHeader);
    this.exporter = builder.build();
  }

  private static String basic(String user) {
    return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(UTF_8));
  }

  /** Without a user, and with everything that is usual. */
  static URI address(URI endpoint) {
    boolean secret = endpoint.getScheme().equals("otlps") || endpoint.getScheme().equals("https");
    int port = endpoint.getPort() < 0 ? USUAL_PORT : endpoint.getPort();
    String path = endpoint.getRawPath();
    URI host =
        URI.create((secret ? "https://" : "http://") + endpoint.getHost() + ":" + port + "/");
    return path == null || path.length() < 2 ? host.resolve(USUAL_PATH) : host.resolve(path);
  }

  /** Sends them and waits; KeepFailed where they were not taken. */
  void send(Collection<MetricData> metrics) {
    CompletableResultCode result = exporter.export(metrics);
    result.join(PATIENCE.toSeconds() * 2, TimeUnit.SECONDS);
    if (!result.isSuccess()) {
      throw failure(result.getFailureThrowable());
    }
  }

  private Failure failure(@Nullable Throwable thrown) {
    Attempt attempt = Attempt.to("POST " + address, "otlp", "metrics");
    return status(thrown)
        .<Failure>map(status ->
            new Failure.KeepFailed(attempt, "it answered with status " + status, advice(status)))
        .orElseGet(() ->
            new Failure.KeepFailed(
                attempt,
                "it could not be reached",
                "See that it is running and that host and port are right; nothing is lost, the next push has it."));
  }

  private static String advice(int status) {
    return switch (status) {
      case 401, 403 -> "Give it the header it wants to be sent, such as Authorization.";
      case 404, 405 ->
          "Give the path it takes OTLP metrics at; VictoriaMetrics has it below /opentelemetry.";
      default -> "Its own log says why; nothing is lost, the next push has it.";
    };
  }

  /** The SDK tells it in a type of its own that is not public; the version is pinned. */
  private static Optional<Integer> status(@Nullable Throwable thrown) {
    return thrown instanceof FailedExportException.HttpExportException http
            && http.failedWithResponse()
        ? Optional.ofNullable(http.getResponse()).map(answer -> answer.getStatusCode())
        : Optional.empty();
  }

  @Override
  public void close() {
    exporter.shutdown().join(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }
}
