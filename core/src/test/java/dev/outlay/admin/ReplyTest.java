package dev.outlay.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyTest {
  private static final Instant HERE = Instant.parse("2026-11-20T12:00:00Z");

  /** An answer of nothing but headers. */
  private record Headers(Map<String, List<String>> all) implements HttpResponse<InputStream> {
    @Override
    public int statusCode() {
      return 429;
    }

    @Override
    public HttpRequest request() {
      return HttpRequest.newBuilder(uri()).build();
    }

    @Override
    public Optional<HttpResponse<InputStream>> previousResponse() {
      return Optional.empty();
    }

    @Override
    public HttpHeaders headers() {
      return HttpHeaders.of(all, (_, _) -> true);
    }

    @Override
    public InputStream body() {
      return InputStream.nullInputStream();
    }

    @Override
    public Optional<SSLSession> sslSession() {
      return Optional.empty();
    }

    @Override
    public URI uri() {
      return URI.create("http://127.0.0.1/");
    }

    @Override
    public Version version() {
      return Version.HTTP_1_1;
    }
  }

  private static Reply reply(String... namesAndValues) {
    Map<String, List<String>> all = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      all.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
    }
    return new Reply(new Headers(all));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "3, 3", "999999999, 999999999"})
  void secondsAreSeconds(String text, long seconds) {
    assertThat(reply("Retry-After", text).retryAfter(HERE)).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({"soon", "-1", "1.5", "99999999999", "''"})
  void whatIsNoTimeIsNoWish(String text) {
    assertThat(reply("retry-after", text).retryAfter(HERE)).isEmpty();
  }

  @Test
  void aDateIsReadOnTheServersOwnClock() {
    Reply skewed =
        reply(
            "retry-after",
            "Fri, 20 Nov 2026 10:32:00 GMT",
            "date",
            "Fri, 20 Nov 2026 10:30:30 GMT");
    assertThat(skewed.retryAfter(HERE)).contains(Duration.ofSeconds(90));
    assertThat(reply("retry-after", "Fri, 20 Nov 2026 12:00:07 GMT").retryAfter(HERE))
        .contains(Duration.ofSeconds(7));
  }

  @Test
  void theServersTimeAndTheNameOfTheRequestAreKept() {
    Reply reply = reply("date", "Fri, 20 Nov 2026 10:30:30 GMT", "request-id", "r".repeat(5_000));
    assertThat(reply.date()).contains(Instant.parse("2026-11-20T10:30:30Z"));
    assertThat(reply.requestId().orElseThrow()).hasSize(100);
    assertThat(reply("date", "today").date()).isEmpty();
  }

  @Test
  void pagesOfAProxyAreRecognised() {
    assertThat(reply("content-type", "text/html; charset=utf-8").isHtml()).isTrue();
    assertThat(reply("content-type", "application/json").isHtml()).isFalse();
    assertThat(reply("content-encoding", "GZIP").isGzip()).isTrue();
  }
}
