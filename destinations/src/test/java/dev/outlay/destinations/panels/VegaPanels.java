package dev.outlay.destinations.panels;

import java.util.List;
import java.util.Map;

/** Panels that divide one figure by another, or join two streams. */
final class VegaPanels {
  private static final String USAGE = "metrics-anthropic_metrics.usage-*";
  private static final String LIMITS = "metrics-anthropic_metrics.rate_limit-*";
  private static final String FRESH = "anthropic.usage.uncached_input_tokens";
  private static final String READS = "anthropic.usage.cached_input_tokens";
  private static final String WRITES = "anthropic.usage.cache_creation_input_tokens";
  private static final String OUTPUT = "anthropic.usage.output_tokens";

  private VegaPanels() {}

  static Panel hitRate() {
    Map<String, Object> aggs =
        Tree.of("reads", sum(READS), "input", sum("gen_ai.usage.input_tokens"));
    return Panel.vega(
        "Input Token Cache Hit Rate",
        "Cache reads among all input.",
        12,
        7,
        Tree.of(
            "$schema",
            "https://vega.github.io/schema/vega-lite/v5.json",
            "data",
            Tree.of(
                "url",
                url(USAGE, Tree.of("size", 0, "aggs", aggs)),
                "format",
                Tree.of("property", "aggregations")),
            "transform",
            List.of(
                Tree.of(
                    "calculate",
                    "datum.input.value > 0 ? format(datum.reads.value / datum.input.value, '.1%') : 'no input'",
                    "as",
                    "rate")),
            "mark",
            Tree.of("type", "text", "fontSize", 40),
            "encoding",
            Tree.of("text", Tree.of("field", "rate", "type", "nominal"))));
  }

  /** What was used in the busiest bucket of each model, beside the limit of its group. */
  static Panel consumption() {
    return Panel.vega(
        "Actual Consumption - per Minute",
        "Busiest bucket of the period, a minute's mean within it, as a part of the limit of the"
            + " model's group in force at the end. Cache reads do not count. With buckets of an"
            + " hour the true peak minute may be higher: use width=1m.",
        48,
        16,
        Tree.of(
            "$schema",
            "https://vega.github.io/schema/vega-lite/v5.json",
            "data",
            Tree.of(
                "url",
                url(USAGE, usage()),
                "format",
                Tree.of("property", "aggregations.widths.buckets")),
            "transform",
            transforms(),
            "mark",
            Tree.of("type", "bar", "tooltip", true),
            "encoding",
            Tree.of(
                "y",
                Tree.of("field", "group", "type", "nominal", "title", "Group of models"),
                "x",
                Tree.of(
                    "field",
                    "part",
                    "type",
                    "quantitative",
                    "title",
                    "Part of the limit",
                    "axis",
                    Tree.of("format", ".0%")),
                "tooltip",
                List.of(
                    Tree.of("field", "used", "type", "quantitative", "title", "Per minute"),
                    Tree.of("field", "limit", "type", "quantitative", "title", "Limit")),
                "yOffset",
                Tree.of("field", "kind"),
                "color",
                Tree.of("field", "kind", "type", "nominal", "title", ""))));
  }

  /** Widths are told apart, so that their buckets are never added. */
  private static Map<String, Object> usage() {
    Map<String, Object> sums =
        Tree.of("fresh", sum(FRESH), "writes", sum(WRITES), "output", sum(OUTPUT));
    Map<String, Object> times =
        Tree.of(
            "date_histogram",
            Tree.of("field", "@timestamp", "fixed_interval", "1m", "min_doc_count", 1),
            "aggs",
            sums);
    Map<String, Object> models =
        Tree.of(
            "terms",
            Tree.of("field", "anthropic.usage.model", "size", 100, "missing", "__missing__"),
            "aggs",
            Tree.of("times", times));
    return Tree.of(
        "size",
        0,
        "aggs",
        Tree.of(
            "widths",
            Tree.of(
                "terms",
                Tree.of("field", "outlay.bucket_width", "size", 3),
                "aggs",
                Tree.of("models", models))));
  }

  static Map<String, Object> limits() {
    return Tree.of(
        "size",
        0,
        "aggs",
        Tree.of(
            "models",
            Tree.of(
                "terms",
                Tree.of("field", "anthropic.rate_limit.models", "size", 500),
                "aggs",
                Tree.of(
                    "newest",
                    Tree.of(
                        "top_hits",
                        Tree.of(
                            "size",
                            1,
                            "sort",
                            List.of(Tree.of("@timestamp", "desc")),
                            "_source",
                            List.of("anthropic.rate_limit")))))));
  }

  private static List<Object> transforms() {
    return List.of(
        Tree.of(
            "calculate", "datum.key == '1m' ? 1 : datum.key == '1h' ? 60 : 1440", "as", "minutes"),
        Tree.of("flatten", List.of("models.buckets"), "as", List.of("model")),
        Tree.of("calculate", "datum.model.key", "as", "name"),
        Tree.of(
            "lookup",
            "name",
            "from",
            Tree.of(
                "data",
                Tree.of(
                    "url",
                    url(LIMITS, limits()),
                    "format",
                    Tree.of("property", "aggregations.models.buckets")),
                "key",
                "key",
                "fields",
                List.of("newest"))),
        Tree.of(
            "calculate",
            "datum.newest ? datum.newest.hits.hits[0]._source.anthropic.rate_limit : {}",
            "as",
            "limits"),
        Tree.of("flatten", List.of("model.times.buckets"), "as", List.of("time")),
        Tree.of("calculate", "datum.limits.display_name || datum.name", "as", "group"),
        Tree.of("calculate", "datum.time.key", "as", "at"),
        Tree.of("calculate", "datum.time.fresh.value + datum.time.writes.value", "as", "in_used"),
        Tree.of("calculate", "datum.time.output.value", "as", "out_used"),
        Tree.of(
            "calculate",
            "datum.limits.input_tokens_per_minute_cache_aware || datum.limits.input_tokens_per_minute",
            "as",
            "in_limit"),
        Tree.of("calculate", "datum.limits.output_tokens_per_minute", "as", "out_limit"),
        Tree.of(
            "aggregate",
            List.of(
                Tree.of("op", "sum", "field", "in_used", "as", "in_used"),
                Tree.of("op", "sum", "field", "out_used", "as", "out_used"),
                Tree.of("op", "max", "field", "in_limit", "as", "in_limit"),
                Tree.of("op", "max", "field", "out_limit", "as", "out_limit")),
            "groupby",
            List.of("group", "at", "minutes")),
        Tree.of("calculate", "['input', 'output']", "as", "kinds"),
        Tree.of("flatten", List.of("kinds"), "as", List.of("kind")),
        Tree.of(
            "calculate",
            "(datum.kind == 'input' ? datum.in_used : datum.out_used) / datum.minutes",
            "as",
            "used"),
        Tree.of(
            "calculate", "datum.kind == 'input' ? datum.in_limit : datum.out_limit", "as", "limit"),
        Tree.of(
            "aggregate",
            List.of(
                Tree.of("op", "max", "field", "used", "as", "used"),
                Tree.of("op", "max", "field", "limit", "as", "limit")),
            "groupby",
            List.of("group", "kind")),
        Tree.of("calculate", "datum.limit > 0 ? datum.used / datum.limit : null", "as", "part"));
  }

  private static Map<String, Object> sum(String field) {
    return Tree.of("sum", Tree.of("field", field));
  }

  private static Map<String, Object> url(String index, Map<String, Object> body) {
    return Tree.of("%context%", true, "%timefield%", "@timestamp", "index", index, "body", body);
  }
}
