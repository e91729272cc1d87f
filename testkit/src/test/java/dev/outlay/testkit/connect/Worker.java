package dev.outlay.testkit.connect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.jspecify.annotations.Nullable;

/** As much of Connect's worker as matters: keeps what was delivered and the offset of the last. */
final class Worker implements SourceTaskContext, OffsetStorageReader {
  private final Map<Map<String, ?>, Map<String, Object>> offsets = new HashMap<>();
  private final List<SourceRecord> delivered = new ArrayList<>();

  List<SourceRecord> delivered() {
    return delivered;
  }

  /** Starts the task, polls it so often or until it has nothing, and stops it. */
  void run(CollectTask task, int polls) {
    task.initialize(this);
    task.start(Map.of());
    List<SourceRecord> records = task.poll();
    for (int done = 1; records != null && done <= polls; done++) {
      records.forEach(this::deliver);
      records = task.poll();
    }
    task.stop();
  }

  /** Delivers a part of what one poll gives, as if the worker was killed in the middle. */
  void killedInAPoll(CollectTask task) {
    task.initialize(this);
    task.start(Map.of());
    List<SourceRecord> records = task.poll();
    if (records != null) {
      records.subList(0, records.size() / 2).forEach(this::deliver);
    }
  }

  @SuppressWarnings("unchecked")
  private void deliver(SourceRecord record) {
    delivered.add(record);
    offsets.put(record.sourcePartition(), (Map<String, Object>) record.sourceOffset());
  }

  @Override
  public <T> @Nullable Map<String, Object> offset(Map<String, T> partition) {
    return offsets.get(partition);
  }

  @Override
  public <T> Map<Map<String, T>, Map<String, Object>> offsets(Collection<Map<String, T>> some) {
    Map<Map<String, T>, Map<String, Object>> found = new HashMap<>();
    some.forEach(partition -> {
      Map<String, Object> offset = offsets.get(partition);
      if (offset != null) {
        found.put(partition, offset);
      }
    });
    return found;
  }

  @Override
  public Map<String, String> configs() {
    return Map.of();
  }

  @Override
  public OffsetStorageReader offsetStorageReader() {
    return this;
  }

  @Override
  public PluginMetrics pluginMetrics() {
    throw new UnsupportedOperationException("no metrics here");
  }
}
