package dev.outlay.destinations.search;

import dev.outlay.failure.Failure.KeepFailed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/**
 * One cluster over HTTP. What is busy is asked again for a while; what fails is a {@link
 * KeepFailed}. Bodies go and come compressed.
 *
 * @param base its address with a slash at the end
 * @param login the Authorization header, or empty
 */
record Site(SearchTrouble trouble, URI base, String login, HttpClient client, Patience patience)
    implements AutoCloseable {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final String JSON = "application/json";

  /** The answer, where there is something of that name. */
  Optional<Map<String, @Nullable Object>> find(String tried, String path) {
    return ask(tried, request("GET", path, null, JSON), 404, Json::tree);
  }

  /** Asks for something small. */
  Map<String, @Nullable Object> ask(
      String tried, String method, String path, @Nullable Object body) {
    byte[] bytes = body == null ? null : Json.bytes(body);
    return ask(tried, request(method, path, bytes, JSON), 0, Json::tree).orElse(Map.of());
  }

  /** Reads an answer while it comes. */
  <T> T read(String tried, String path, Object body, Function<JsonParser, T> reading) {
    return ask(
            tried,
            request("POST", path, Json.bytes(body), JSON),
            0,
            answer -> {
              try (JsonParser json = Json.parser(answer)) {
                return reading.apply(json);
              }
            })
        .orElseThrow();
  }

  /** Sends lines to the bulk API. */
  Map<String, @Nullable Object> bulk(String tried, String path, byte[] lines) {
    return ask(tried, request("POST", path, lines, "application/x-ndjson"), 0, Json::tree)
        .orElse(Map.of());
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private <T> Optional<T> ask(
      String tried, HttpRequest request, int none, Function<InputStream, T> reading) {
    try {
      return answer(tried, request, none, reading);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw trouble.interrupted(tried);
    } catch (SSLException e) {
      throw trouble.because(
          tried,
          "no safe connection could be made",
          "Name its certificate with ?ca=FILE, or say ?secure=false where it speaks plain HTTP.",
          e);
    } catch (ConnectException | HttpTimeoutException e) {
      throw lost(tried, e);
    } catch (IOException | UncheckedIOException | JacksonException e) {
      throw lost(tried, e);
    }
  }

  private KeepFailed lost(String tried, Exception e) {
    return trouble.because(
        tried,
        "it cannot be reached, or went away",
        "See that it runs, and that the address is right. " + SearchTrouble.AGAIN,
        e);
  }

  private <T> Optional<T> answer(
      String tried, HttpRequest request, int none, Function<InputStream, T> reading)
      throws IOException, InterruptedException {
    for (int tries = 0; ; tries++) {
      HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
      int status = response.statusCode();
      try (InputStream body = plain(response)) {
        if (status < 300) {
          return Optional.of(reading.apply(body));
        }
        if (status == none) {
          return Optional.empty();
        }
        Map<String, @Nullable Object> error = Json.tree(body);
        if (!SearchTrouble.passes(status, SearchTrouble.type(Json.at(error, "error")))
            || !patience.has(tries)) {
          throw trouble.answered(tried, status, error);
        }
      }
      patience.pause(tries);
    }
  }

  private HttpRequest request(String method, String path, byte @Nullable [] body, String type) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(LONG)
            .header("Accept-Encoding", "gzip")
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(zipped(body)));
    if (body != null) {
      request.header("Content-Type", type).header("Content-Encoding", "gzip");
    }
    if (!login.isEmpty()) {
      request.header("Authorization", login);
    }
    return request.build();
  }

  private static InputStream plain(HttpResponse<InputStream> response) throws IOException {
    boolean zipped =
        response.headers().firstValue("Content-Encoding").filter("gzip"::equals).isPresent();
    return zipped ? new GZIPInputStream(response.body(), 1 << 15) : response.body();
  }

  private static byte[] zipped(byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4 + 64);
    try (GZIPOutputStream zip = new FastZip(bytes)) {
      zip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Time matters more than the last byte. */
  private static final class FastZip extends GZIPOutputStream {
    FastZip(ByteArrayOutputStream bytes) throws IOException {
      super(bytes, 1 << 15);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
