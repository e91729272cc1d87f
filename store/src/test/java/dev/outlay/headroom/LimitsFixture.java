package dev.outlay.headroom;

import dev.outlay.store.SchemaStore;
import dev.outlay.table.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An organisation with a few limits, and usage put in by hand. */
final class LimitsFixture implements AutoCloseable {
  static final String CUT = "context_window,model,workspace_id";
  static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
  static final String INPUT = "input_tokens_per_minute";
  static final String AWARE = "input_tokens_per_minute_cache_aware";
  static final String OUTPUT = "output_tokens_per_minute";

  final SchemaStore store = new SchemaStore();

  LimitsFixture limit(String limiter, long value) {
    return limit("opus", "[\"claude-opus-5\"]", limiter, value);
  }

  LimitsFixture limit(String group, String models, String limiter, long value) {
    return limit(group, models, limiter, value, "2026-01-01T00:00:00Z", null);
  }

  /** One version; its key is group and limiter. */
  LimitsFixture limit(
      String group, String models, String limiter, long value, String from, @Nullable String to) {
    store.add(
        "rate_limits",
        group + " " + limiter,
        from,
        to,
        Map.of(
            "limit_id",
            "rl_" + group,
            "group_id",
            "rlg_" + group,
            "group_type",
            "model_group",
            "display_name",
            "Claude " + group,
            "models",
            models,
            "limiter",
            limiter,
            "value",
            value));
    return this;
  }

  LimitsFixture of(String workspace, String limiter, long value, long org, String source) {
    store.add(
        "workspace_rate_limits",
        workspace + " " + limiter,
        "2026-01-01T00:00:00Z",
        null,
        Map.of(
            "workspace_id", workspace,
            "limit_id", "rl_opus",
            "group_id", "rlg_opus",
            "group_type", "model_group",
            "models", "[\"claude-opus-5\"]",
            "limiter", limiter,
            "value", value,
            "org_limit", org,
            "source", source));
    return this;
  }

  /** Fresh input, cache reads and output of one minute. */
  LimitsFixture minute(
      String at, @Nullable String workspace, String model, long fresh, long reads, long output) {
    return use("1m", CUT, at, workspace, model, fresh, reads, output, Map.of());
  }

  LimitsFixture minute(String at, long fresh) {
    return minute(at, null, "claude-opus-5", fresh, 0, 0);
  }

  LimitsFixture use(
      String width,
      String cut,
      String at,
      @Nullable String workspace,
      String model,
      long fresh,
      long reads,
      long output,
      Map<String, ?> more) {
    Instant start = Instant.parse(at);
    Map<String, Object> cells =
        new HashMap<>(
            Map.of(
                "bucket_start", at,
                "bucket_end",
                    start
                        .plus(width.equals("1m") ? Duration.ofMinutes(1) : Duration.ofHours(1))
                        .toString(),
                "bucket_width", width,
                "grouped_by", cut,
                "model", model,
                "uncached_input_tokens", fresh,
                "cache_read_input_tokens", reads,
                "cache_creation_5m_input_tokens", 0,
                "cache_creation_1h_input_tokens", 0,
                "output_tokens", output));
    cells.putAll(more);
    if (workspace != null) {
      cells.put("workspace_id", workspace);
    }
    store.add("usage_report", cells);
    return this;
  }

  LimitsFixture covered(String width, String cut, String from, String to) {
    store.add(
        "coverage",
        Map.of(
            "dataset", "usage_report",
            "bucket_width", width,
            "grouped_by", cut,
            "filter", "",
            "span_start", from,
            "span_end", to,
            "read_at", to,
            "settled_to", from));
    return this;
  }

  LimitsFixture minutesCovered() {
    return covered("1m", CUT, "2026-11-01T00:00:00Z", "2026-11-21T00:00:00Z");
  }

  static Span period(String from, String to) {
    return new Span(Instant.parse(from + "T00:00:00Z"), Instant.parse(to + "T00:00:00Z"));
  }

  HeadroomAnswer read(String from, String to) {
    return new Headroom(store).read(period(from, to), NOW, Optional.empty());
  }

  HeadroomAnswer readOnly(Set<String> workspaces) {
    return new Headroom(store)
        .read(period("2026-11-20", "2026-11-21"), NOW, Optional.of(workspaces));
  }

  List<LimitUse> limits() {
    return read("2026-11-20", "2026-11-21").limits();
  }

  LimitUse only() {
    List<LimitUse> all = limits();
    if (all.size() != 1) {
      throw new AssertionError(all);
    }
    return all.getFirst();
  }

  LimitUse named(String key) {
    return limits().stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow();
  }

  LimitSeries series(String key, String from, String to, int points) {
    return new Headroom(store)
        .series(key, period(from, to), NOW, Optional.empty(), points)
        .orElseThrow();
  }

  @Override
  public void close() {
    store.close();
  }
}
