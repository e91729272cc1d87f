package dev.outlay.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outlay.access.Role;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeptTest {
  record Told(String whom, int times, List<String> filling) {}

  private static final Parameter<String> MORE = Parameter.text("more", "Anything.");
  private final AtomicInteger times = new AtomicInteger();
  private final CountDownLatch go = new CountDownLatch(1);
  private volatile String hour = "10";
  private final Events events = new Events();
  private final Site site =
      new Site(
          List.of(
              Endpoint.get("/api/v1/told", Told.class)
                  .takes(MORE)
                  .access(Access.of(Role.VIEWER).alsoLimited())
                  .kept(_ -> hour)
                  .by(call -> Reply.of(told(call))),
              Endpoint.get("/api/v1/slow", Told.class)
                  .access(Access.of(Role.VIEWER))
                  .kept()
                  .by(call -> {
                    await(go);
                    return Reply.of(told(call));
                  }),
              events.endpoints().getFirst()),
          Site.BY_HEADER);

  @AfterEach
  void close() {
    events.close();
    site.close();
  }

  @Test
  void isMadeOnceUntilTheNextCommit() {
    String first = get("/api/v1/told").body();
    assertThat(get("/api/v1/told").body()).isEqualTo(first);
    site.commit();
    assertThat(get("/api/v1/told").body()).isNotEqualTo(first);
  }

  @Test
  void isNotKeptOverTheEndOfARelativeTime() {
    String first = get("/api/v1/told").body();
    hour = "11";
    assertThat(get("/api/v1/told").body()).isNotEqualTo(first);
  }

  @Test
  void isNotShownToSomebodyWhoMaySeeOtherThings() {
    get("/api/v1/told");
    assertThat(site.get("/api/v1/told", "As", "viewer/w1").body()).contains("\"times\":2");
    assertThat(site.get("/api/v1/told", "As", "viewer/w2").body()).contains("\"times\":3");
    assertThat(site.get("/api/v1/told", "As", "viewer/w1").body()).contains("\"times\":2");
  }

  @Test
  void isNotSentAgainToWhomHasIt() {
    String tag = get("/api/v1/told").headers().firstValue("ETag").orElseThrow();
    assertThat(site.get("/api/v1/told", "As", "viewer", "If-None-Match", tag))
        .matches(answer -> answer.statusCode() == 304 && answer.body().isEmpty());
    site.commit();
    assertThat(site.get("/api/v1/told", "As", "viewer", "If-None-Match", tag).statusCode())
        .isEqualTo(200);
  }

  @Test
  void isZippedForWhomUnderstandsIt() throws IOException, InterruptedException {
    HttpResponse<byte[]> zipped =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(site.url() + "/api/v1/told"))
                    .headers("As", "viewer", "Accept-Encoding", "br;q=0, gzip")
                    .build(),
                BodyHandlers.ofByteArray());
    assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
    String tag = zipped.headers().firstValue("ETag").orElseThrow();
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(get("/api/v1/told").body());
    }
    assertThat(tag).isNotEqualTo(get("/api/v1/told").headers().firstValue("ETag").orElseThrow());
    assertThat(site.get("/api/v1/told", "As", "viewer", "If-None-Match", tag).statusCode())
        .isEqualTo(304);
  }

  @Test
  void manyWhoAskTheSameWaitForOneAnswer() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<String>> all =
          IntStream.range(0, 20)
              .mapToObj(
                  _ -> CompletableFuture.supplyAsync(() -> get("/api/v1/slow").body(), threads))
              .toList();
      go.countDown();
      assertThat(all.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    }
    assertThat(times).hasValue(1);
  }

  @Test
  void commitsAreToldToPagesThatListen() throws IOException, InterruptedException {
    HttpResponse<java.io.InputStream> stream =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(site.url() + "/api/v1/events"))
                    .headers("As", "viewer/w1")
                    .build(),
                BodyHandlers.ofInputStream());
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).isEqualTo(": hello");
      events.progressed("conn_1", "users", 1, 2);
      events.committed(7);
      assertThat(lines.lines().dropWhile(line -> !line.startsWith("event")).limit(2))
          .containsExactly("event: commit", "data: {\"version\":7}");
      events.close();
      assertThat(lines.lines().filter(line -> line.startsWith("event"))).isEmpty();
    }
  }

  private HttpResponse<String> get(String path) {
    return site.get(path, "As", "viewer");
  }

  private Told told(Call call) {
    return new Told(
        call.caller().workspaces().toString(),
        times.incrementAndGet(),
        IntStream.range(0, 300).mapToObj(i -> "filling " + i).toList());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
