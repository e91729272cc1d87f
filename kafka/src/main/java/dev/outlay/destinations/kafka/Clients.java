package dev.outlay.destinations.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes Kafka's clients, which give up after seconds where their own defaults are minutes. */
record Clients(Settings settings) {
  private static final Pattern PROPERTY = Pattern.compile("configuration ([a-z.]+)");

  /** What the promise rests on is nobody's to change. */
  private static final Set<String> OURS =
      Set.of(
          "bootstrap.servers",
          "acks",
          "enable.idempotence",
          "transactional.id",
          "isolation.level",
          "group.id",
          "auto.offset.reset",
          "enable.auto.commit",
          "key.serializer",
          "value.serializer",
          "key.deserializer",
          "value.deserializer",
          "partitioner.class");

  private static final Map<String, Object> USUAL =
      Map.ofEntries(
          Map.entry("client.id", "outlay"),
          Map.entry("metric.reporters", ""),
          Map.entry("enable.metrics.push", "false"),
          Map.entry("socket.connection.setup.timeout.ms", "5000"),
          Map.entry("socket.connection.setup.timeout.max.ms", "8000"),
          Map.entry("default.api.timeout.ms", "10000"),
          Map.entry("request.timeout.ms", "8000"),
          Map.entry("max.block.ms", "10000"),
          Map.entry("delivery.timeout.ms", "30000"),
          Map.entry("allow.auto.create.topics", "false"),
          Map.entry("compression.type", "lz4"),
          Map.entry("batch.size", "131072"),
          Map.entry("linger.ms", "20"),
          Map.entry("max.poll.records", "5000"),
          Map.entry("fetch.max.bytes", "8388608"),
          Map.entry("max.partition.fetch.bytes", "2097152"));

  /**
   * @throws IllegalArgumentException where a property is at fault, by its name
   */
  void check() {
    try {
      inOurs(_ -> checked());
    } catch (ConfigException e) {
      throw new IllegalArgumentException(
          "Kafka's clients do not take what it says" + of(String.valueOf(e.getMessage())),
          new IllegalArgumentException(e.getClass().getSimpleName()));
    }
  }

  private List<AbstractConfig> checked() {
    refuseStrange();
    return List.of(
        new AdminClientConfig(properties(AdminClientConfig.configNames())),
        new ProducerConfig(producing("check", 1000)),
        new ConsumerConfig(consuming(IsolationLevel.READ_COMMITTED)));
  }

  private static String of(String message) {
    Matcher property = PROPERTY.matcher(message);
    return property.find() ? " of " + property.group(1) : "";
  }

  private void refuseStrange() {
    for (String name : settings.client().keySet()) {
      boolean given = !name.equals("bootstrap.servers");
      if (given && (OURS.contains(name) || !isKnown(name))) {
        throw new IllegalArgumentException(
            "kafka." + name + (OURS.contains(name) ? " cannot be chosen" : " is no property"));
      }
    }
  }

  private static boolean isKnown(String name) {
    return AdminClientConfig.configNames().contains(name)
        || ProducerConfig.configNames().contains(name)
        || ConsumerConfig.configNames().contains(name);
  }

  Admin admin() {
    return inOurs(_ -> Admin.create(properties(AdminClientConfig.configNames())));
  }

  /** A producer of transactions; whoever had one of that name before is shut out. */
  Producer<byte[], byte[]> producer(String transactionalId, int timeoutMillis) {
    return inOurs(_ -> new KafkaProducer<>(producing(transactionalId, timeoutMillis)));
  }

  Producer<byte[], byte[]> producer() {
    return inOurs(_ -> {
      Map<String, Object> plain = producing("", 0);
      plain.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
      plain.remove(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG);
      return new KafkaProducer<>(plain);
    });
  }

  Consumer<byte[], byte[]> consumer(IsolationLevel isolation) {
    return inOurs(_ -> new KafkaConsumer<>(consuming(isolation)));
  }

  private Map<String, Object> producing(String transactionalId, int timeoutMillis) {
    Map<String, Object> all = new HashMap<>();
    all.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, timeoutMillis);
    all.putAll(properties(ProducerConfig.configNames()));
    all.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    all.put(ProducerConfig.ACKS_CONFIG, "all");
    all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    all.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    all.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    return all;
  }

  private Map<String, Object> consuming(IsolationLevel isolation) {
    Map<String, Object> all = properties(ConsumerConfig.configNames());
    all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.toString().toLowerCase(Locale.ROOT));
    all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    all.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    all.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    return all;
  }

  private Map<String, Object> properties(Set<String> names) {
    Map<String, Object> all = new HashMap<>(USUAL);
    all.putAll(settings.client());
    all.keySet().retainAll(names);
    return all;
  }

  /**
   * Kafka looks for classes it knows by name with the thread's class loader, which need not see a
   * module of its own.
   */
  private static <T> T inOurs(Function<ClassLoader, T> make) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Clients.class.getClassLoader());
    try {
      return make.apply(before);
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
