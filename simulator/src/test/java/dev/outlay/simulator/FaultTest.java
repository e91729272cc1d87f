package dev.outlay.simulator;

import static dev.outlay.simulator.Probe.at;
import static dev.outlay.simulator.Probe.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.simulator.fault.FaultScript;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {
  private static final String COST =
      "cost_report?starting_at=2026-11-10T00:00:00Z&group_by[]=description&limit=3";
  private static final String USAGE =
      "usage_report/messages?starting_at=2026-11-10T00:00:00Z&group_by[]=model&limit=3";

  private final Simulator simulator = Simulator.start(Bench.settings());
  private final Probe probe = new Probe(simulator);

  @AfterEach
  void stop() {
    simulator.close();
  }

  private void script(String action) {
    simulator.faults().script("on /v1/organizations/: " + action);
  }

  private List<?> rows(Probe.Answer answer) {
    return list(answer.data().getFirst(), "results");
  }

  @ParameterizedTest
  @CsvSource({
    "status 401, 401, authentication_error",
    "status 403, 403, permission_error",
    "status 404, 404, not_found_error",
    "revoked, 401, invalid x-api-key",
    "gone, 410, no longer valid",
    "status 429, 429, rate_limit_error",
    "status 500, 500, api_error",
    "status 502, 502, api_error",
    "status 503, 503, api_error",
    "status 504, 504, timeout_error",
    "status 529, 529, overloaded_error",
    "proxy 200, 200, <!doctype html>",
    "proxy 407, 407, <!doctype html>",
    "proxy 502, 502, <!doctype html>",
    "status 400 body {\"odd\":true}, 400, {\"odd\":true}"
  })
  void anotherAnswerComesInstead(String action, int status, String text) {
    script(action);
    Probe.Answer answer = probe.get("me");
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text()).contains(text);
  }

  @Test
  void headersSayWhenToComeBack() {
    script("status 429 retry-after 3");
    assertThat(probe.get("me").header("retry-after")).isEqualTo("3");
    simulator.faults().clear();
    script("status 429 retry-date 90");
    assertThat(probe.get("me").header("retry-after")).isEqualTo("Fri, 20 Nov 2026 10:32:00 GMT");
    simulator.faults().clear();
    script("status 500 no-retry");
    assertThat(probe.get("me").header("x-should-retry")).isEqualTo("false");
  }

  @Test
  void headersAreWrong() {
    simulator
        .faults()
        .script(
            """
            # one request each
            on / request 1: skew -7200
            on / request 2: content-type text/plain
            on / request 3: redirect 302 http://127.0.0.1:9/elsewhere
            on / request 4: oversized-header 9000
            """);
    assertThat(probe.get("me").header("date")).isEqualTo("Fri, 20 Nov 2026 08:30:30 GMT");
    assertThat(probe.get("me").header("content-type")).isEqualTo("text/plain");
    assertThat(probe.get("me").header("location")).isEqualTo("http://127.0.0.1:9/elsewhere");
    assertThat(probe.get("me").header("x-padding")).hasSize(9_000);
    assertThat(probe.get("me").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut 50", "reset 50", "cut-chunk 50"})
  void theBodyIsCut(String action) {
    script(action);
    assertThatThrownBy(() -> probe.get(USAGE)).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void theBodyDripsByteByByte() {
    script("drip 0");
    assertThat(probe.get("me").json().get("type")).isEqualTo("organization");
  }

  @ParameterizedTest
  @CsvSource({"hang, ''", "hang-after-headers, HTTP/1.1 200"})
  void nothingMoreComes(String action, String begin) throws IOException {
    script(action);
    try (Socket socket =
        new Socket(java.net.InetAddress.getLoopbackAddress(), simulator.url().getPort())) {
      socket.setSoTimeout(300);
      String ask =
          "GET /v1/organizations/me HTTP/1.1\r\nhost: x\r\nx-api-key: "
              + Settings.KEY
              + "\r\nanthropic-version: 2023-06-01\r\n\r\n";
      socket.getOutputStream().write(ask.getBytes(StandardCharsets.US_ASCII));
      assertThat(untilSilence(socket.getInputStream()))
          .startsWith(begin)
          .doesNotContain("Northwind");
    }
  }

  private static String untilSilence(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    try {
      for (int next = in.read(); next >= 0; next = in.read()) {
        text.append((char) next);
      }
      throw new IllegalStateException("closed");
    } catch (SocketTimeoutException silence) {
      return text.toString();
    }
  }

  @Test
  void theJsonIsBroken() {
    script("invalid-json");
    assertThat(probe.get(USAGE).text()).startsWith("{").endsWith("]]");
  }

  @Test
  void theGzipIsGarbage() {
    script("gzip-garbage");
    Probe.Answer answer = probe.get(USAGE);
    assertThat(answer.header("content-encoding")).isEqualTo("gzip");
    assertThat(answer.text()).isEqualTo("this was never compressed");
  }

  @Test
  void aFieldIsNotWhatItShouldBe() {
    simulator
        .faults()
        .script(
            """
            on / request 1: wrong-type output_tokens
            on / request 2: missing output_tokens
            on / request 3: null output_tokens
            on / request 4: count-huge
            on / request 5: extra
            """);
    assertThat(at(rows(probe.get(USAGE)).getFirst(), "output_tokens")).isInstanceOf(String.class);
    assertThat(rows(probe.get(USAGE)).getFirst().toString()).doesNotContain(" output_tokens");
    assertThat(rows(probe.get(USAGE)).getFirst().toString()).contains("output_tokens=null");
    assertThat(at(rows(probe.get(USAGE)).getFirst(), "output_tokens"))
        .isEqualTo(new BigDecimal("9223372036854775808"));
    assertThat(rows(probe.get(USAGE)).getFirst().toString()).contains("a_field_from_the_future");
  }

  @ParameterizedTest
  @CsvSource({
    "amount, 12.5abc",
    "amount 1e5, 1e5",
    "amount-long, 1.1234567890123456789",
    "amount-huge, 98765432109876543210987654321098765432109876543210.5"
  })
  void anAmountIsStrange(String action, String amount) {
    script(action);
    assertThat(at(rows(probe.get(COST)).getFirst(), "amount")).isEqualTo(amount);
  }

  @Test
  void bucketsAndRowsAreMissingOrTwice() {
    int whole = rows(probe.get(COST)).size();
    simulator
        .faults()
        .script(
            """
            on / request 1: empty-buckets
            on / request 2: empty-data
            on / request 3: missing-buckets 2
            on / request 4: bucket-twice
            on / request 5: rows-twice
            on / request 6: two-values
            """);
    assertThat(rows(probe.get(COST))).isEmpty();
    assertThat(probe.get(COST).data()).isEmpty();
    assertThat(probe.get(COST).data()).hasSize(1);
    assertThat(probe.get(COST).data()).hasSize(4);
    assertThat(rows(probe.get(COST))).hasSize(2 * whole);
    assertThat(new HashSet<Object>(rows(probe.get(COST)))).hasSize(whole + 1);
  }

  @Test
  void cursorsGoRoundInCircles() {
    script("repeat-cursor");
    String cursor = String.valueOf(probe.get(USAGE).json().get("next_page"));
    assertThat(probe.get(USAGE + "&page=" + cursor.replace("=", "%3D")).json().get("next_page"))
        .isEqualTo(cursor);
    simulator.faults().clear();
    script("new-cursors");
    Probe.Answer first = probe.get(USAGE);
    Probe.Answer second = probe.get(USAGE + "&page=" + first.json().get("next_page"));
    assertThat(second.json().get("next_page")).isNotEqualTo(first.json().get("next_page"));
    assertThat(at(second.data().getFirst(), "starting_at"))
        .isEqualTo(at(first.data().getFirst(), "starting_at"));
  }

  @Test
  void aListGoesRoundInCirclesToo() {
    script("repeat-cursor");
    assertThat(probe.get("users?after_id=user_x").json().get("last_id")).isEqualTo("page_cm91bmQ=");
    assertThat(probe.get("users").json().get("has_more")).isEqualTo(true);
  }

  @Test
  void theSamePageComesTwice() {
    simulator.faults().script("on / request 2: same-page");
    assertThat(probe.everything(USAGE)).hasSize(11 + 3);
  }

  @Test
  void cursorAndMoreDisagree() {
    simulator
        .faults()
        .script("on / request 1: more-without-cursor\non / request 2: cursor-without-more");
    assertThat(probe.get(USAGE).text())
        .contains("\"has_more\":true")
        .contains("\"next_page\":null");
    assertThat(probe.get(USAGE).text())
        .contains("\"has_more\":false")
        .contains("\"next_page\":\"page_");
  }

  @Test
  void onlyMatchingRequestsAreMet() {
    simulator
        .faults()
        .script("on /v1/organizations/users request 2-3: status 500\non / with-cursor: gone");
    assertThat(
            List.of(
                status("users"), status("me"), status("users"), status("users"), status("users")))
        .containsExactly(200, 200, 500, 500, 200);
    assertThat(status("users?after_id=x")).isEqualTo(410);
  }

  @Test
  void chanceIsSeeded() {
    simulator.faults().script("on / chance 30 seed 7: status 503");
    List<Integer> first = java.util.stream.Stream.generate(() -> status("me")).limit(40).toList();
    simulator.faults().clear();
    simulator.faults().script("on / chance 30 seed 7: status 503");
    assertThat(java.util.stream.Stream.generate(() -> status("me")).limit(40).toList())
        .isEqualTo(first)
        .contains(200, 503);
  }

  private int status(String request) {
    return probe.get(request).status();
  }

  @Test
  void aBadLineIsNamedWithTheNearestWord() {
    assertThatThrownBy(() -> FaultScript.parse("on /: hang\n\non /: hangg"))
        .isInstanceOf(FaultScript.BadLine.class)
        .hasMessage("line 3: 'hangg' is no word here; did you mean 'hang'?");
    assertThatThrownBy(() -> FaultScript.parse("on / reqest 2: hang"))
        .hasMessageContaining("'request'");
    assertThatThrownBy(() -> FaultScript.parse("on /: status many"))
        .hasMessageContaining("line 1: not a number");
    assertThatThrownBy(() -> FaultScript.parse("hang")).hasMessageContaining("line 1");
    assertThatThrownBy(() -> FaultScript.parse("on /: hang on"))
        .hasMessageContaining("one word too many");
  }
}
