package dev.outlay.otlp;

import dev.outlay.metric.Metric;
import dev.outlay.metric.MetricFamily;
import dev.outlay.metric.Sample;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The one place that knows what OpenTelemetry calls things. Its conventions for generative AI are
 * still in development (semantic-conventions-genai, read on 2026-11-29): names may move, and then
 * they move here.
 *
 * <p>Its input tokens are all tokens of the input, cached ones included; the Admin API's {@code
 * uncached_input_tokens} are not. So input is the sum of four kinds, and what was read from the
 * cache and written to it are parts of that sum, to be told besides and never added to it.
 *
 * <p>What the conventions have no name for keeps the name it has for Prometheus.
 */
final class GenAi {
  /** A series of OpenTelemetry: a name with its samples by attributes. */
  record Named(String name, String unit, Metric metric, Map<Attributes, BigDecimal> values) {}

  private static final String TOKENS = "gen_ai.client.inference.usage.";

  /** Which kinds of ours make up a name of theirs. */
  private record Made(String name, Set<String> kinds) {}

  private static final List<Made> MADE =
      List.of(
          new Made(
              "input_tokens",
              Set.of("uncached_input", "cache_read", "cache_creation_5m", "cache_creation_1h")),
          new Made("output_tokens", Set.of("output")),
          new Made("cache_read.input_tokens", Set.of("cache_read")),
          new Made("cache_write.input_tokens", Set.of("cache_creation_5m", "cache_creation_1h")));

  private GenAi() {}

  /** The same figures under the names of OpenTelemetry. */
  static List<Named> named(MetricFamily family) {
    return switch (family.metric().name()) {
      case "claude_usage_tokens" -> tokens(family);
      case "claude_cost_usd" -> List.of(cost(family));
      default -> List.of(own(family));
    };
  }

  private static List<Named> tokens(MetricFamily family) {
    int kind = family.metric().labels().indexOf("token_kind");
    return MADE.stream()
        .map(made ->
            named(
                TOKENS + made.name,
                "{token}",
                family.metric(),
                family.samples().stream()
                    .filter(sample -> made.kinds.contains(sample.labels().get(kind)))
                    .toList()))
        .toList();
  }

  /** Cost has no name yet; these are those of the proposal, which says who reckoned it. */
  private static Named cost(MetricFamily family) {
    return named("gen_ai.usage.cost.amount", "USD", family.metric(), family.samples());
  }

  private static Named named(String name, String unit, Metric metric, List<Sample> samples) {
    Map<Attributes, BigDecimal> values = new LinkedHashMap<>();
    samples.forEach(
        sample -> values.merge(attributes(name, metric, sample), sample.value(), BigDecimal::add));
    return new Named(name, unit, metric, values);
  }

  private static Attributes attributes(String name, Metric metric, Sample sample) {
    AttributesBuilder all =
        Attributes.builder()
            .put("gen_ai.operation.name", "chat")
            .put("gen_ai.provider.name", "anthropic")
            .put("gen_ai.token.modality", "unknown");
    if (name.startsWith("gen_ai.usage.cost")) {
      all.put("gen_ai.usage.cost.currency", "USD").put("gen_ai.usage.cost.source", "provider");
    }
    for (int i = 0; i < metric.labels().size(); i++) {
      String label = metric.labels().get(i);
      if (!label.equals("token_kind")) {
        put(all, label.equals("model") ? "gen_ai.request.model" : label, sample.labels().get(i));
      }
    }
    return all.build();
  }

  private static Named own(MetricFamily family) {
    Metric metric = family.metric();
    Map<Attributes, BigDecimal> values = new LinkedHashMap<>();
    for (Sample sample : family.samples()) {
      AttributesBuilder all = Attributes.builder();
      for (int i = 0; i < metric.labels().size(); i++) {
        put(all, metric.labels().get(i), sample.labels().get(i));
      }
      values.put(all.build(), sample.value());
    }
    return new Named(metric.sampleName(), unit(metric), metric, values);
  }

  /** What is not there has no attribute. */
  private static void put(AttributesBuilder all, String name, String value) {
    if (!value.isEmpty()) {
      all.put(name, value);
    }
  }

  /** As UCUM spells it. */
  private static String unit(Metric metric) {
    return switch (metric.unit().orElse("")) {
      case "seconds" -> "s";
      case "bytes" -> "By";
      case "tokens" -> "{token}";
      case "usd" -> "USD";
      case "ratio", "" -> "1";
      case String other -> other;
    };
  }
}
