package dev.outlay.destinations.kafka;

import dev.outlay.destination.CheckpointJson;
import dev.outlay.destination.Progress;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Column;
import dev.outlay.table.Series;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What is remembered in the topic {@code outlay.checkpoints}: how far each series is, written with
 * its rows, and the types of the columns of each table. Keys are lists of texts.
 */
final class Notes implements Progress {
  static final String TOPIC = "outlay.checkpoints";
  private static final String CHECKPOINT = "checkpoint";
  private static final String COLUMNS = "columns";
  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  private final String topic;
  private final Map<String, String> kept = new HashMap<>();
  private Uuid id = Uuid.ZERO_UUID;
  private Map<TopicPartition, Long> ends = Map.of();

  Notes(String prefix) {
    this.topic = prefix + TOPIC;
  }

  String topic() {
    return topic;
  }

  synchronized void readOn(TopicReader reader, TopicDescription description) throws Exception {
    if (!id.equals(description.topicId())) {
      kept.clear();
      ends = Map.of();
      id = description.topicId();
    }
    ends = reader.read(description, ends, this::take);
  }

  synchronized void forget() {
    id = Uuid.ZERO_UUID;
    kept.clear();
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    String key = new String(record.key(), StandardCharsets.UTF_8);
    if (record.value() == null) {
      kept.remove(key);
    } else {
      kept.put(key, new String(record.value(), StandardCharsets.UTF_8));
    }
  }

  /** What is remembered now. */
  synchronized Notes now() {
    Notes now = new Notes(topic.substring(0, topic.length() - TOPIC.length()));
    now.kept.putAll(kept);
    return now;
  }

  @Override
  public synchronized Checkpoint of(String connection, Series series) {
    String text = kept.get(key(connection, series));
    return text == null ? Checkpoint.START : CheckpointJson.of(text);
  }

  @Override
  public synchronized Set<String> connections() {
    return kept.keySet().stream()
        .map(Notes::list)
        .filter(key -> key.getFirst().equals(CHECKPOINT))
        .map(key -> key.get(1))
        .collect(Collectors.toSet());
  }

  /** The types of the columns of a table by name; empty where it was never made ready. */
  synchronized Map<String, String> columns(Table table) {
    String text = kept.get(list(List.of(COLUMNS, table.name())));
    Map<String, String> columns = new LinkedHashMap<>();
    List<String> parts = text == null ? List.of() : list(text);
    for (int i = 0; i + 1 < parts.size(); i += 2) {
      columns.put(parts.get(i), parts.get(i + 1));
    }
    return columns;
  }

  ProducerRecord<byte[], byte[]> columns(Table table, Map<String, String> types) {
    List<String> parts = new ArrayList<>();
    types.forEach((name, type) -> parts.addAll(List.of(name, type)));
    return record(list(List.of(COLUMNS, table.name())), list(parts));
  }

  ProducerRecord<byte[], byte[]> checkpoint(
      String connection, Series series, Checkpoint checkpoint) {
    return record(
        key(connection, series),
        checkpoint.equals(Checkpoint.START) ? null : CheckpointJson.text(checkpoint));
  }

  /** What makes every checkpoint go. */
  synchronized List<ProducerRecord<byte[], byte[]>> none() {
    return kept.keySet().stream()
        .filter(key -> list(key).getFirst().equals(CHECKPOINT))
        .map(key -> record(key, null))
        .toList();
  }

  static Map<String, String> types(Table table) {
    Map<String, String> types = new LinkedHashMap<>();
    table.columns().forEach(column -> types.put(column.name(), type(column)));
    return types;
  }

  private static String type(Column column) {
    return switch (column.type()) {
      case Type.Plain plain -> plain.name();
      case Type.Decimal(int precision, int scale) -> "DECIMAL(" + precision + "," + scale + ")";
    };
  }

  private ProducerRecord<byte[], byte[]> record(String key, @Nullable String value) {
    byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), bytes);
  }

  private static String key(String connection, Series series) {
    return list(
        Stream.of(
                CHECKPOINT,
                connection,
                series.dataset(),
                series.width(),
                series.groupedBy(),
                series.filter(),
                series.parent())
            .toList());
  }

  private static String list(List<String> parts) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartArray();
      parts.forEach(json::writeString);
      json.writeEndArray();
    }
    return text.toString();
  }

  private static List<String> list(String text) {
    List<String> parts = new ArrayList<>();
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.VALUE_STRING) {
        parts.add(json.getString());
      }
    }
    return parts;
  }
}
