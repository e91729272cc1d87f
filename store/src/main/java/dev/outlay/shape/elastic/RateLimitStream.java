package dev.outlay.shape.elastic;

import static dev.outlay.shape.elastic.Field.number;
import static dev.outlay.shape.elastic.Field.text;
import static dev.outlay.shape.elastic.Field.time;
import static java.util.stream.Collectors.joining;

import dev.outlay.destination.Identity;
import dev.outlay.shape.Batching;
import dev.outlay.shape.ChangeSink;
import dev.outlay.shape.RowSink;
import dev.outlay.shape.Shape;
import dev.outlay.store.Answers;
import dev.outlay.store.Literal;
import dev.outlay.table.Scope;
import dev.outlay.table.Span;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The limits in force, told once for each group and interval, from the first time they were read to
 * the last. A telling is never made anew: it says what was known at its time.
 */
final class RateLimitStream implements Shape {
  private static final String CONNECTION = GroupedStream.CONNECTION;
  private static final List<String> LIMITERS =
      List.of(
          "requests_per_minute",
          "input_tokens_per_minute",
          "input_tokens_per_minute_cache_aware",
          "output_tokens_per_minute",
          "enqueued_batch_requests");

  private final ElasticSettings settings;
  private final List<Field> fields;
  private final Table table;

  RateLimitStream(ElasticSettings settings) {
    this.settings = settings;
    this.fields = fields(settings);
    this.table =
        new Table(
            "metrics-anthropic_metrics.rate_limit-" + settings.namespace(),
            "Rate limits as Elastic's Anthropic integration has them.",
            fields.stream().map(Field::column).toList(),
            Table.Twins.EQUAL_ONLY);
  }

  @Override
  public Table table() {
    return table;
  }

  @Override
  public String form() {
    return Identity.of(
        Stream.concat(Stream.of("1" + settings.interval()), fields.stream().map(Field::sql)));
  }

  @Override
  public Scope scope(String connection, Optional<Span> interval) {
    Scope.Condition of = new Scope.Equal("outlay.connection", connection);
    return new Scope(
        Stream.concat(
                Stream.of(of), interval.stream().map(span -> new Scope.During("@timestamp", span)))
            .toList());
  }

  @Override
  public void rows(Answers moment, String connection, Optional<Span> interval, RowSink into) {
    long from = interval.map(span -> tickAt(span.start())).orElse(0L);
    long to = interval.map(span -> tickAt(span.end())).orElse(Long.MAX_VALUE);
    tell(
        moment,
        connection,
        Math.max(from, first(moment, connection)),
        Math.min(to, newest(moment, connection) + 1),
        into);
  }

  /** The number of the last interval at whose beginning the limits are known. */
  @Override
  public long newest(Answers moment, String connection) {
    return GroupedStream.numberOf(
        moment,
        "SELECT max(epoch_us(finished_at)) // %d FROM syncs WHERE dataset = 'rate_limits' AND status = 'ok' AND %s"
            .formatted(micros(), Grouped.of(connection)));
  }

  @Override
  public boolean changes(Answers moment, String connection, long after, ChangeSink into) {
    long first = Math.max(after + 1, first(moment, connection));
    tell(moment, connection, first, newest(moment, connection) + 1, into);
    return true;
  }

  private void tell(Answers moment, String connection, long from, long to, RowSink into) {
    if (from >= to) {
      return;
    }
    try (Batching rows = new Batching(table, into)) {
      moment.query(sql(connection, from, to), rows);
    }
  }

  private String sql(String connection, long from, long to) {
    String groups =
        """
        (SELECT tick, limit_id, group_id, group_type, max(display_name) AS display_name,
         max(models::VARCHAR) AS models, %s,
         to_json(list({'type': limiter, 'value': value} ORDER BY limiter))::VARCHAR AS limits
         FROM range(%d, %d) ticks(tick)
         JOIN history.rate_limits h ON epoch_us(h.known_from) <= tick * %d
          AND (h.known_to IS NULL OR epoch_us(h.known_to) > tick * %d)
         WHERE %s GROUP BY tick, limit_id, group_id, group_type) b\
        """
            .formatted(pivots(), from, to, micros(), micros(), Grouped.of(connection));
    return fields.stream()
        .map(Field::named)
        .collect(joining(", ", "SELECT ", " FROM " + groups))
        .replace(CONNECTION, Literal.of(connection));
  }

  private static String pivots() {
    return LIMITERS.stream()
        .map(name -> "max(value) FILTER (limiter = '%1$s') AS %1$s".formatted(name))
        .collect(joining(", "));
  }

  /** The first interval that begins when the limits were known. */
  private long first(Answers moment, String connection) {
    return GroupedStream.numberOf(
        moment,
        "SELECT (min(epoch_us(known_from)) + %d) // %d FROM history.rate_limits WHERE %s"
            .formatted(micros() - 1, micros(), Grouped.of(connection)));
  }

  private long micros() {
    return settings.interval().toSeconds() * 1_000_000L;
  }

  /** The first interval that does not begin before that time. */
  private long tickAt(Instant time) {
    return Math.ceilDiv(time.getEpochSecond() * 1_000_000L + time.getNano() / 1000, micros());
  }

  private static List<Field> fields(ElasticSettings settings) {
    String r = "anthropic.rate_limit.";
    String tick = "to_timestamp(b.tick * " + settings.interval().toSeconds() + ")";
    List<Field> fields = new ArrayList<>();
    fields.add(
        Field.id(
            List.of(CONNECTION, "b.tick::VARCHAR", "b.limit_id", "b.group_id", "b.group_type")));
    fields.add(time("@timestamp", tick, "Beginning of the interval."));
    fields.add(text(r + "type", "'rate_limit'", "Always rate_limit."));
    fields.add(text(r + "group_type", "b.group_type", "model_group, batch, token_count, …"));
    fields.add(Field.of(r + "models", Type.Plain.JSON, "b.models", "Models of the group."));
    fields.add(
        Field.of(r + "limits", Type.Plain.JSON, "b.limits", "Every limiter with its value."));
    LIMITERS.forEach(name -> fields.add(number(r + name, "b." + name, "The limit.")));
    Field.common(CONNECTION, "rate_limit", settings).forEach(fields::add);
    fields.add(text(r + "group_id", "b.group_id", "The same everywhere."));
    fields.add(text(r + "limit_id", "b.limit_id", "Stable within the organisation."));
    fields.add(text(r + "display_name", "b.display_name", "Of a model group."));
    return fields;
  }
}
