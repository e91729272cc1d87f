package dev.outlay.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.outlay.failure.Failure;
import dev.outlay.metric.HighWater;
import dev.outlay.metric.MetricFamilies;
import dev.outlay.metric.StoreFamilies;
import dev.outlay.metric.StoreHistory;
import dev.outlay.metric.catalogue.StoreMetrics;
import dev.outlay.store.Line;
import dev.outlay.table.Span;
import dev.outlay.testkit.server.Program;
import dev.outlay.testkit.server.Started;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A real receiver is pushed to, and its storage is asked what it keeps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PushedTest {
  private static final String INPUT = "gen_ai.client.inference.usage.input_tokens";
  private static final String WRITES =
      "cache_creation_5m_input_tokens + cache_creation_1h_input_tokens";
  private static final String NOW_ALONE = "\",\"outlay.timing\"=\"\"}";
  private @Nullable Collected collected;
  private @Nullable VictoriaMetrics receiver;

  @BeforeAll
  void begin(@TempDir Path folder) {
    Program.needed("victoria-metrics");
    collected = Collected.in(folder);
    receiver = VictoriaMetrics.in(folder);
  }

  @AfterAll
  void close() {
    if (receiver != null) {
      receiver.close();
    }
    if (collected != null) {
      collected.close();
    }
  }

  @Test
  void inputOfGenAiIsWholeInputAndThePartsAreToldBeside() {
    try (OtlpPush push = push(receiver().endpoint(), source())) {
      push.push();
    }
    assertThat(now(INPUT))
        .isEqualTo(exact("uncached_input_tokens + cache_read_input_tokens + " + WRITES));
    assertThat(now("gen_ai.client.inference.usage.output_tokens"))
        .isEqualTo(exact("output_tokens"));
    assertThat(now("gen_ai.client.inference.usage.cache_read.input_tokens"))
        .isEqualTo(exact("cache_read_input_tokens"));
    assertThat(now("gen_ai.client.inference.usage.cache_write.input_tokens"))
        .isEqualTo(exact(WRITES));
  }

  @Test
  void costIsAsBilledAndSaysSo() {
    try (OtlpPush push = push(receiver().endpoint(), source())) {
      push.push();
    }
    double billed = sum("SELECT sum(amount_usd)::VARCHAR FROM cost_report WHERE settled");
    assertThat(now("gen_ai.usage.cost.amount")).isCloseTo(billed, within(0.000001));
    JsonNode labels =
        receiver()
            .kept("{__name__=\"gen_ai.usage.cost.amount\",cost_type=\"tokens\"}")
            .getFirst()
            .get("metric");
    assertThat(labels.toString())
        .contains(
            "\"gen_ai.provider.name\":\"anthropic\"", "\"gen_ai.usage.cost.source\":\"provider\"")
        .contains("\"service.name\":\"outlay\"", "\"org\":\"production\"", "gen_ai.request.model");
  }

  @Test
  void aPushThatIsRepeatedCountsNothingTwice() {
    try (OtlpPush push = push(receiver().endpoint(), source())) {
      push.push();
      double once = now(INPUT);
      push.push();
      assertThat(now(INPUT)).isEqualTo(once);
    }
  }

  @Test
  void thePastIsKeptAtTheTimesItWasIn() {
    StoreHistory history = new StoreHistory(collected().store().reads(), StoreMetrics.ALL);
    Span known = history.known().orElseThrow();
    try (OtlpPush push = push(receiver().endpoint(), source())) {
      assertThat(push.backfill(history, known)).isGreaterThan(5);
      push.backfill(history, known);
    }
    List<Line> days =
        Line.of(
            collected().store().reads(),
            "SELECT bucket_end, sum(output_tokens)::BIGINT FROM usage_report WHERE settled GROUP BY ALL ORDER BY ALL");
    long until = 0;
    for (Line day : days) {
      until += day.number(1).orElseThrow();
      String output =
          "sum({__name__=\"gen_ai.client.inference.usage.output_tokens\",\"outlay.timing\"=\"bucket\"})";
      assertThat(receiver().number(output, day.instant(0).orElseThrow())).isEqualTo((double) until);
    }
    assertThat(days).hasSizeGreaterThan(5);
  }

  @Test
  void whatDoesNotTakeItIsToldInWordsAndWithoutSecrets() {
    URI wrong =
        URI.create(
            receiver()
                .endpoint()
                .toString()
                .replace("127", "me:secret@127")
                .replace("metrics", "nothing"));
    try (OtlpPush push = push(wrong, source())) {
      assertThatThrownBy(push::push)
          .isInstanceOf(Failure.KeepFailed.class)
          .hasMessageContaining("status 400")
          .hasMessageNotContaining("secret")
          .hasMessageNotContaining("hidden");
    }
    URI nobody = URI.create("otlp://127.0.0.1:" + Started.freePort());
    try (OtlpPush push = push(nobody, source())) {
      assertThatThrownBy(push::push)
          .isInstanceOf(Failure.KeepFailed.class)
          .hasMessageContaining("could not be reached")
          .hasMessageContaining(nobody.getPort() + "/v1/metrics");
    }
  }

  private double now(String name) {
    return receiver().number("sum({__name__=\"" + name + NOW_ALONE + ")", Collected.NOW);
  }

  private double exact(String columns) {
    return sum("SELECT sum(" + columns + ")::VARCHAR FROM usage_daily WHERE settled");
  }

  private double sum(String sql) {
    return Double.parseDouble(Line.of(collected().store().reads(), sql).getFirst().name(0));
  }

  private MetricFamilies source() {
    return new StoreFamilies(
        collected().store().reads(),
        () -> 1,
        StoreMetrics.ALL,
        new HighWater(collected().store().documents()),
        Runnable::run,
        System::nanoTime);
  }

  private static OtlpPush push(URI endpoint, MetricFamilies source) {
    return new OtlpPush(
        endpoint, Map.of("X-Key", "hidden"), () -> Collected.NOW, source, "1.2.3-test");
  }

  private Collected collected() {
    return Objects.requireNonNull(collected);
  }

  private VictoriaMetrics receiver() {
    return Objects.requireNonNull(receiver);
  }
}
