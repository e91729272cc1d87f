package dev.outlay.shape.elastic;

import static dev.outlay.shape.elastic.Field.number;
import static dev.outlay.shape.elastic.Field.text;
import static dev.outlay.shape.elastic.Field.time;

import dev.outlay.failure.Attempt;
import dev.outlay.failure.Failure;
import dev.outlay.store.Answers;
import dev.outlay.store.Line;
import dev.outlay.store.Literal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tokens by bucket and group, of one width and made of one cut: the smallest that has every
 * dimension. Two cuts are never added.
 */
final class UsageStream extends GroupedStream {
  private static final String PLACE = "inference_geo";
  private static final String CACHE_WRITES =
      "(b.cache_creation_5m_input_tokens + b.cache_creation_1h_input_tokens)";
  private static final List<Grouped.Sum> SUMS =
      Stream.of(
              "uncached_input_tokens",
              "cache_read_input_tokens",
              "cache_creation_5m_input_tokens",
              "cache_creation_1h_input_tokens",
              "output_tokens",
              "web_search_requests")
          .map(name -> new Grouped.Sum(name, "BIGINT"))
          .toList();
  private static final List<String> ALL =
      List.of(
          "model", "workspace_id", "api_key_id", "service_tier", "context_window", PLACE, "speed");

  private final ElasticSettings settings;

  UsageStream(ElasticSettings settings) {
    super(
        "metrics-anthropic_metrics.usage-" + settings.namespace(),
        "Tokens as Elastic's Anthropic integration has them.",
        fields(settings),
        settings.usageSince());
    this.settings = settings;
  }

  @Override
  public String form() {
    return super.form() + settings;
  }

  @Override
  Optional<Grouping> grouping(Answers moment, String connection) {
    List<Cut> cuts = Cut.of(moment, connection, settings.width());
    return cuts.isEmpty() ? Optional.empty() : Optional.of(grouping(connection, cuts));
  }

  private Grouping grouping(String connection, List<Cut> cuts) {
    List<String> less = settings.usageBy().stream().filter(name -> !name.equals(PLACE)).toList();
    return with(cuts, settings.usageBy())
        .or(() -> settings.chosen() ? Optional.empty() : with(cuts, less))
        .orElseThrow(() -> noCut(connection));
  }

  private Optional<Grouping> with(List<Cut> cuts, List<String> by) {
    return cuts.stream()
        .filter(cut -> cut.dimensions().containsAll(by))
        .min(Comparator.comparingInt((Cut cut) -> cut.dimensions().size()).thenComparing(Cut::name))
        .map(cut -> new Grouping(groups(by), cut.where(settings.width()), cut.since()));
  }

  /** Dimensions that are not grouped by are null, as in the API's own answers. */
  private static Grouped groups(List<String> by) {
    List<String> columns = new ArrayList<>(List.of("bucket_start"));
    columns.addAll(ALL);
    return new Grouped(
        "(SELECT * REPLACE (%s) FROM history.usage_report)"
            .formatted(
                String.join(
                    ", ",
                    ALL.stream()
                        .map(name -> (by.contains(name) ? name : "NULL") + "::VARCHAR AS " + name)
                        .toList())),
        columns,
        SUMS);
  }

  private Failure noCut(String connection) {
    return new Failure.Retry(
        Attempt.to("choosing a cut of the usage report", connection, table().name()),
        "none of width %s has all of %s"
            .formatted(settings.width(), String.join(", ", settings.usageBy())),
        "Collect one with usage: %s: { cuts: [[%s]] } in outlay.yml, or group by less."
            .formatted(settings.width(), String.join(", ", settings.usageBy())));
  }

  /** A way in which usage was collected, and the first load of its rows. */
  private record Cut(String name, long since) {
    static List<Cut> of(Answers moment, String connection, String width) {
      return Line.of(
              moment,
              "SELECT grouped_by, min(load_seq) FROM history.usage_report WHERE %s AND bucket_width = %s GROUP BY grouped_by"
                  .formatted(Grouped.of(connection), Literal.of(width)))
          .stream()
          .map(line -> new Cut(line.text(0).orElse(""), line.number(1).orElse(0L)))
          .toList();
    }

    List<String> dimensions() {
      return List.of(name.split(","));
    }

    String where(String width) {
      return "bucket_width = %s AND grouped_by = %s".formatted(Literal.of(width), Literal.of(name));
    }
  }

  private static List<Field> fields(ElasticSettings settings) {
    String u = "anthropic.usage.";
    List<Field> fields = new ArrayList<>();
    fields.add(
        Field.id(
            Stream.concat(
                    Stream.of(
                        CONNECTION,
                        Literal.of(settings.width()),
                        "epoch_us(b.bucket_start)::VARCHAR"),
                    ALL.stream().map(name -> "b." + name))
                .toList()));
    fields.add(time("@timestamp", "b.bucket_start", "Start of the bucket."));
    fields.add(time(u + "bucket_start_time", "b.bucket_start", "Start of the bucket."));
    fields.add(time(u + "bucket_end_time", "b.bucket_end", "End of the bucket."));
    ALL.forEach(name -> fields.add(text(u + name, "b." + name, "Where it is grouped by.")));
    fields.add(number(u + "uncached_input_tokens", "b.uncached_input_tokens", "Input."));
    fields.add(number(u + "cached_input_tokens", "b.cache_read_input_tokens", "From cache."));
    fields.add(number(u + "cache_creation_input_tokens", CACHE_WRITES, "Written to a cache."));
    fields.add(number(u + "output_tokens", "b.output_tokens", "Output."));
    Field.common(CONNECTION, "usage", settings).forEach(fields::add);
    fields.addAll(ours(u, settings));
    return fields;
  }

  /** What Elastic's documents lack. */
  private static List<Field> ours(String u, ElasticSettings settings) {
    String all = "(b.uncached_input_tokens + b.cache_read_input_tokens + " + CACHE_WRITES + ")";
    return List.of(
        text(u + "workspace_name", "w.name", "Name of the workspace."),
        text(u + "api_key_name", "k.name", "Name of the key."),
        number(
            u + "cache_creation_5m_input_tokens",
            "b.cache_creation_5m_input_tokens",
            "Written to the five-minute cache."),
        number(
            u + "cache_creation_1h_input_tokens",
            "b.cache_creation_1h_input_tokens",
            "Written to the one-hour cache."),
        number(u + "web_search_requests", "b.web_search_requests", "Web searches."),
        Field.constant("outlay.bucket_width", settings.width()),
        Field.constant("gen_ai.provider.name", "anthropic"),
        text("gen_ai.request.model", "b.model", "The model."),
        number("outlay.total_tokens", all + " + b.output_tokens", "All input and output."),
        number("gen_ai.usage.input_tokens", all, "All input, that from caches too."),
        number("gen_ai.usage.output_tokens", "b.output_tokens", "Output."),
        number(
            "gen_ai.usage.cache_read.input_tokens",
            "b.cache_read_input_tokens",
            "Part of all input."),
        number("gen_ai.usage.cache_creation.input_tokens", CACHE_WRITES, "Part of all input."));
  }
}
