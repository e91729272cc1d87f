package dev.outlay.destinations.kafka;

import dev.outlay.table.Column;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.json.JsonConverter;
import org.jspecify.annotations.Nullable;

/** A topic as anybody reads it: Kafka's own consumer, and what stays of it by key. */
record Reader(String servers, String isolation) {
  static Reader committed(String servers) {
    return new Reader(servers, "read_committed");
  }

  /** All records of the topic in their order, tombstones among them. */
  List<ConsumerRecord<byte[], byte[]>> records(String topic) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            servers,
            "isolation.level",
            isolation,
            "auto.offset.reset",
            "earliest",
            "key.deserializer",
            ByteArrayDeserializer.class,
            "value.deserializer",
            ByteArrayDeserializer.class);
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(each -> new TopicPartition(topic, each.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(each -> behind(consumer, each, ends))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }

  private static boolean behind(
      KafkaConsumer<?, ?> consumer, TopicPartition partition, Map<TopicPartition, Long> ends) {
    return consumer.position(partition) < ends.getOrDefault(partition, 0L);
  }

  /** The newest value of each key that is not a tombstone, as compaction leaves it. */
  Map<String, ConsumerRecord<byte[], byte[]>> latest(String topic) {
    Map<String, ConsumerRecord<byte[], byte[]>> latest = new LinkedHashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : records(topic)) {
      String key = new String(record.key(), StandardCharsets.UTF_8);
      if (record.value() == null) {
        latest.remove(key);
      } else {
        latest.put(key, record);
      }
    }
    return latest;
  }

  /** The rows as Connect's own converter gives them to a sink connector. */
  List<List<@Nullable Object>> rows(String topic, Table table) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    try (JsonConverter converter = new JsonConverter()) {
      converter.configure(Map.of("schemas.enable", "true"), false);
      latest(topic)
          .values()
          .forEach(record ->
              rows.add(
                  row((Struct) converter.toConnectData(topic, record.value()).value(), table)));
    }
    return rows;
  }

  private static List<@Nullable Object> row(Struct struct, Table table) {
    List<@Nullable Object> row = new ArrayList<>();
    table.columns().forEach(column -> row.add(cell(struct, column)));
    return row;
  }

  private static @Nullable Object cell(Struct struct, Column column) {
    boolean there = struct.schema().field(column.name()) != null;
    Object cell = there ? struct.get(column.name()) : null;
    return switch (cell) {
      case null -> null;
      case String text when column.type() == Type.Plain.INSTANT -> Instant.parse(text);
      case java.util.Date day -> LocalDate.ofInstant(day.toInstant(), ZoneOffset.UTC);
      case BigDecimal exact -> exact;
      default -> cell;
    };
  }
}
