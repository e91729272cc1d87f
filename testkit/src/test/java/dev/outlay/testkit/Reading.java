package dev.outlay.testkit;

import dev.outlay.admin.AdminApi;
import dev.outlay.admin.AdminSettings;
import dev.outlay.admin.ApiKey;
import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.catalogue.Datasets;
import dev.outlay.source.Answer;
import dev.outlay.source.Intake;
import dev.outlay.source.Selection;
import dev.outlay.table.Series;
import dev.outlay.table.Span;
import dev.outlay.testkit.ScriptedApi.Reply;
import dev.outlay.testkit.ScriptedApi.Request;
import dev.outlay.testkit.dataset.Kept;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The real reader in front of a scripted server whose time is noon of 20 November 2026. */
final class Reading implements AutoCloseable {
  static final Span DAYS =
      new Span(Instant.parse("2026-11-16T00:00:00Z"), Instant.parse("2026-11-20T00:00:00Z"));

  final ScriptedApi server = ScriptedApi.start(_ -> Reply.status(404, "{}"));
  final ManualTicker ticker = new ManualTicker();
  private final AdminApi api =
      new AdminApi(
          new AdminSettings(
              "production",
              ApiKey.of("production", "sk-ant-admin01-a-key-for-reading"),
              server.url(),
              AdminSettings.NEWEST_VERSION,
              Duration.ofSeconds(20),
              3,
              Optional.empty()),
          Selection.everything(Map.of()),
          ManualClock.at("2026-11-20T12:00:00Z"),
          ticker);

  /** What came, and what was said about it. */
  record Read(Answer answer, Kept kept, Dataset dataset) {
    List<List<@Nullable Object>> rows() {
      return kept.rows(dataset.table());
    }
  }

  /** The answers in this order, one a request; the last for ever. */
  Reading answers(List<Reply> replies) {
    AtomicInteger next = new AtomicInteger();
    server.script(_ -> replies.get(Math.min(next.getAndIncrement(), replies.size() - 1)));
    return this;
  }

  Reading answers(Reply... replies) {
    return answers(List.of(replies));
  }

  Reading answering(Function<Request, Reply> script) {
    server.script(script);
    return this;
  }

  Read usage() {
    return read(new Series("usage_report", "1d", "model", "", ""), Optional.of(DAYS));
  }

  Read code() {
    Span day = new Span(Instant.parse("2026-11-19T00:00:00Z"), DAYS.end());
    return read(new Series("claude_code_usage", "1d", "", "", ""), Optional.of(day));
  }

  Read list(String dataset) {
    return read(Series.of(dataset), Optional.empty());
  }

  Read read(Series series, Optional<Span> span) {
    Kept kept = new Kept();
    Answer answer = read(series, span, kept);
    return new Read(answer, kept, Datasets.named(series.dataset()).orElseThrow());
  }

  Answer read(Series series, Optional<Span> span, Intake intake) {
    return api.read(series, span, intake);
  }

  @Override
  public void close() {
    api.close();
    server.close();
  }
}
