package dev.outlay.server;

import dev.outlay.access.Caller;
import dev.outlay.access.Role;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** A real server over some routes, and somebody who asks it. The header {@code As} says who. */
public final class Site implements AutoCloseable {
  /** Whoever is named in the header: a role, with the workspaces after a slash. */
  public static final Identify BY_HEADER = request -> request.header("As").map(Site::caller);

  private static final int SILENCE_MILLIS = 2_000;
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicLong version = new AtomicLong();
  private final Listening listening;

  public Site(List<Endpoint> endpoints, Identify identify) {
    this(endpoints, identify, List.of());
  }

  public Site(List<Endpoint> endpoints, Identify identify, List<Problems.Words> words) {
    this(endpoints, identify, words, Networks.NONE, _ -> Optional.empty());
  }

  public Site(
      List<Endpoint> endpoints,
      Identify identify,
      Networks proxies,
      Function<String, Optional<byte[]>> files) {
    this(endpoints, identify, List.of(), proxies, files);
  }

  public Site(
      List<Endpoint> endpoints,
      Identify identify,
      List<Problems.Words> words,
      Networks proxies,
      Function<String, Optional<byte[]>> files) {
    this.listening = listening(new Api(endpoints, identify, words, version::get), proxies, files);
  }

  /** One over all that is served. */
  public Site(Api api) {
    this.listening = listening(api, Networks.NONE, _ -> Optional.empty());
  }

  private static Listening listening(
      Api api, Networks proxies, Function<String, Optional<byte[]>> files) {
    return Listening.to(
        new Binding(new Address("127.0.0.1", 0), Optional.empty(), proxies),
        api,
        new Pages(files),
        () -> NOW);
  }

  /** As if the store had been committed to. */
  public void commit() {
    version.incrementAndGet();
  }

  public URI url() {
    return listening.url();
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send(headed(path, headers).GET());
  }

  public HttpResponse<String> send(String method, String path, String body, String... headers) {
    return send(headed(path, headers).method(method, BodyPublishers.ofString(body)));
  }

  /**
   * What a connection gives back to these very lines, until the other side is silent or ends it.
   */
  public String raw(String request) {
    try (Socket socket = new Socket(url().getHost(), url().getPort())) {
      socket.setSoTimeout(SILENCE_MILLIS);
      socket
          .getOutputStream()
          .write(request.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
      byte[] first = new byte[16 << 10];
      int read = socket.getInputStream().read(first);
      return read < 0 ? "" : new String(first, 0, read, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private HttpRequest.Builder headed(String path, String... headers) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(url() + path));
    return headers.length == 0 ? builder : builder.headers(headers);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    listening.close();
  }

  private static Caller caller(String text) {
    String[] parts = text.split("/");
    return new Caller(
        "somebody",
        Role.valueOf(parts[0].toUpperCase(Locale.ROOT)),
        parts.length < 2 ? Optional.empty() : Optional.of(Set.of(parts[1].split(","))));
  }
}
