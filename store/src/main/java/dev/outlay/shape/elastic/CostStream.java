package dev.outlay.shape.elastic;

import static dev.outlay.shape.elastic.Field.text;
import static dev.outlay.shape.elastic.Field.time;

import dev.outlay.store.Answers;
import dev.outlay.store.Literal;
import dev.outlay.table.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What each day cost, by line of the bill or added up. */
final class CostStream extends GroupedStream {
  private static final List<String> LINE =
      List.of(
          "description",
          "cost_type",
          "model",
          "token_type",
          "service_tier",
          "context_window",
          "inference_geo");
  private static final List<Grouped.Sum> SUMS =
      List.of(
          new Grouped.Sum("amount_cents", "DECIMAL(38,18)"),
          new Grouped.Sum("amount_usd", "DECIMAL(38,20)"));

  private final ElasticSettings settings;

  CostStream(ElasticSettings settings) {
    super(
        "metrics-anthropic_metrics.cost-" + settings.namespace(),
        "Cost as Elastic's Anthropic integration has it.",
        fields(settings),
        settings.costSince());
    this.settings = settings;
  }

  @Override
  public String form() {
    return super.form() + settings;
  }

  @Override
  Optional<Grouping> grouping(Answers moment, String connection) {
    return Optional.of(new Grouping(groups(), "TRUE", 0));
  }

  private Grouped groups() {
    List<String> columns = new ArrayList<>(List.of("bucket_start", "currency", "workspace_id"));
    columns.addAll(LINE);
    List<String> replaced = new ArrayList<>();
    LINE.forEach(name -> replaced.add(kept("description") ? "" : name));
    replaced.add(kept("workspace_id") ? "" : "workspace_id");
    String none =
        String.join(
            ", ",
            replaced.stream()
                .filter(name -> !name.isEmpty())
                .map(name -> "NULL::VARCHAR AS " + name)
                .toList());
    String star = none.isEmpty() ? "*" : "* REPLACE (" + none + ")";
    return new Grouped(
        "(SELECT %s, NULL::VARCHAR AS api_key_id FROM history.cost_report)".formatted(star),
        Stream.concat(columns.stream(), Stream.of("api_key_id")).toList(),
        SUMS);
  }

  private boolean kept(String dimension) {
    return settings.costBy().contains(dimension);
  }

  private static List<Field> fields(ElasticSettings settings) {
    String c = "anthropic.cost.";
    List<Field> fields = new ArrayList<>();
    fields.add(
        Field.id(
            Stream.concat(
                    Stream.of(
                        CONNECTION,
                        "epoch_us(b.bucket_start)::VARCHAR",
                        "b.currency",
                        "b.workspace_id"),
                    LINE.stream().map(name -> "b." + name))
                .toList()));
    fields.add(time("@timestamp", "b.bucket_start", "Start of the day."));
    fields.add(time(c + "bucket_start_time", "b.bucket_start", "Start of the day."));
    fields.add(time(c + "bucket_end_time", "b.bucket_end", "End of the day."));
    fields.add(Field.of(c + "amount", Type.CENTS, "b.amount_cents", "In the lowest unit: cents."));
    fields.add(text(c + "currency", "b.currency", "ISO code."));
    fields.add(text(c + "workspace_id", "b.workspace_id", "Where it is grouped by."));
    LINE.forEach(name -> fields.add(text(c + name, "b." + name, "Of the line of the bill.")));
    Field.common(CONNECTION, "cost", settings).forEach(fields::add);
    fields.add(Field.of(c + "amount_usd", Type.USD, "b.amount_usd", "In units of the currency."));
    fields.add(text(c + "workspace_name", "w.name", "Name of the workspace."));
    fields.add(Field.constant("gen_ai.provider.name", "anthropic"));
    fields.add(text("gen_ai.request.model", "b.model", "The model."));
    fields.add(Field.text("outlay.bucket_width", Literal.of("1d"), "Always 1d."));
    return fields;
  }
}
