package dev.outlay.testkit.connect;

import dev.outlay.dataset.Dataset;
import dev.outlay.destination.CheckpointJson;
import dev.outlay.source.Source;
import dev.outlay.sync.Collect;
import dev.outlay.sync.Step;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Series;
import dev.outlay.table.Table;
import dev.outlay.testkit.dataset.Kept;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.jspecify.annotations.Nullable;

/**
 * A source task of one connection: one step a poll. The partition is connection and series, the
 * offset is the checkpoint as text. Only the last record of a step carries the checkpoint that
 * follows from it, so that a step cut short is read again.
 */
final class CollectTask extends SourceTask {
  private final Collect collect;
  private final InstantSource clock;
  private final Map<Series, Checkpoint> known = new LinkedHashMap<>();

  CollectTask(Collect collect, InstantSource clock) {
    this.collect = collect;
    this.clock = clock;
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public void start(Map<String, String> props) {
    Source source = collect.source();
    source.datasets().stream()
        .filter(collect.selection()::wants)
        .flatMap(dataset -> source.series(dataset).stream())
        .forEach(series -> known.put(series, kept(series)));
  }

  private Checkpoint kept(Series series) {
    Map<String, Object> offset = context.offsetStorageReader().offset(partition(series));
    return Optional.ofNullable(offset)
        .map(found -> CheckpointJson.of(String.valueOf(found.get("checkpoint"))))
        .orElse(Checkpoint.START);
  }

  private static Map<String, String> partition(Series series) {
    return Map.of("connection", "c-1", "series", series.toString());
  }

  @Override
  public @Nullable List<SourceRecord> poll() {
    Instant now = clock.instant();
    for (Map.Entry<Series, Checkpoint> each : known.entrySet()) {
      Optional<Step> next = next(each.getKey(), each.getValue(), now);
      if (next.isPresent()) {
        return records(next.get(), each, now);
      }
    }
    return null;
  }

  private Optional<Step> next(Series series, Checkpoint from, Instant now) {
    Dataset dataset =
        collect.source().datasets().stream()
            .filter(each -> each.name().equals(series.dataset()))
            .findFirst()
            .orElseThrow();
    return collect.next(dataset, series, from, now);
  }

  private List<SourceRecord> records(Step step, Map.Entry<Series, Checkpoint> known, Instant now) {
    Kept rows = new Kept();
    Checkpoint before = known.getValue();
    Checkpoint after = collect.read(step, before, now, rows);
    known.setValue(after);
    List<SourceRecord> records = new ArrayList<>();
    for (Table table : step.dataset().tables()) {
      rows.rows(table).forEach(row -> records.add(record(step, before, table, row)));
    }
    if (!records.isEmpty()) {
      SourceRecord last = records.removeLast();
      records.add(record(step, after, last.topic(), last.value()));
    }
    return records;
  }

  private static SourceRecord record(
      Step step, Checkpoint offset, Table table, List<@Nullable Object> row) {
    Map<String, String> value = new LinkedHashMap<>();
    for (int i = 0; i < row.size(); i++) {
      value.put(table.columns().get(i).name(), String.valueOf(row.get(i)));
    }
    return record(step, offset, table.name(), value);
  }

  private static SourceRecord record(
      Step step, Checkpoint offset, String topic, @Nullable Object value) {
    return new SourceRecord(
        partition(step.series()),
        Map.of("checkpoint", CheckpointJson.text(offset)),
        topic,
        null,
        value);
  }

  @Override
  public void stop() {
    known.clear();
  }
}
