import com.sun.management.OperatingSystemMXBean;
import dev.outlay.dataset.catalogue.Datasets;
import dev.outlay.destination.Address;
import dev.outlay.destination.Amendment;
import dev.outlay.destination.Delivery;
import dev.outlay.destination.DestinationKind;
import dev.outlay.destination.Labelled;
import dev.outlay.destination.Load;
import dev.outlay.destination.Mirror;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Column;
import dev.outlay.table.Position;
import dev.outlay.table.Rows;
import dev.outlay.table.Scope;
import dev.outlay.table.Series;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Rows of usage into Kafka, beside its own producer with the very same records:
 * KafkaRate BROKER ROWS RUNS [alone]. With "alone" only ours, so that its memory can be bounded.
 */
public record KafkaRate(String broker, int rows, String prefix) {
  private static final Table USAGE =
      Labelled.label(Datasets.named("usage_report").orElseThrow().tables().getFirst());
  private static final Series SERIES = Series.of("usage_report");
  private static final int PAGE = 1000;

  public static void main(String[] args) throws Exception {
    boolean alone = args.length > 3;
    for (int run = 0; run < Integer.parseInt(args[2]); run++) {
      KafkaRate rate =
          new KafkaRate(args[0], Integer.parseInt(args[1]), "bench" + System.nanoTime() + ".");
      rate.ours();
      if (!alone) {
        rate.producer("lz4", "131072", "20");
        rate.producer("none", "16384", "5");
      }
    }
  }

  private void ours() {
    DestinationKind kafka = ServiceLoader.load(DestinationKind.class).iterator().next();
    String address = "kafka://" + broker + "/" + prefix;
    try (Mirror mirror = kafka.open(Address.of(address), InstantSource.system())) {
      mirror.prepare(List.of(USAGE));
      timed("outlay, first fill", () -> fill(mirror, 1));
      timed("outlay, the same again (reads the topic once)", () -> fill(mirror, 1));
      timed("outlay, the same once more", () -> fill(mirror, 1));
      timed("outlay, changes of one in a hundred", () -> amend(mirror));
    }
    try (Mirror next = kafka.open(Address.of(address), InstantSource.system())) {
      timed("outlay, another process, changes of one in a hundred", () -> amend(next));
    }
  }

  private String fill(Mirror mirror, long sequence) {
    try (Load load = mirror.begin(delivery())) {
      for (int page = 0; page * PAGE < rows; page++) {
        load.add(page, page(page, 1, 7));
      }
      return "" + load.commit(Checkpoint.START.at(new Position("bench", sequence)));
    }
  }

  private String amend(Mirror mirror) {
    try (Amendment load = mirror.amend(delivery())) {
      for (int page = 0; page * PAGE < rows; page++) {
        load.add(page, page(page, 100, System.nanoTime()));
      }
      return "" + load.commit(Checkpoint.START.at(new Position("bench", System.nanoTime())));
    }
  }

  private Delivery delivery() {
    Scope ours = Scope.of(new Scope.Equal("connection", "bench"));
    return new Delivery("bench", SERIES, List.of(USAGE), ours, Instant.EPOCH, Instant.EPOCH);
  }

  private Rows page(int page, int every, long salt) {
    List<Object[]> cells = new ArrayList<>();
    for (int i = page * PAGE; i < Math.min(rows, (page + 1) * PAGE); i += every) {
      cells.add(row(i, salt));
    }
    return new Rows(USAGE, cells);
  }

  private static Object[] row(int number, long salt) {
    Object[] row = new Object[USAGE.columns().size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = cell(USAGE.columns().get(i), number, salt);
    }
    return row;
  }

  private static Object cell(Column column, int number, long salt) {
    long mixed = (number * 0x9E3779B97F4A7C15L) ^ salt;
    return switch (column.name()) {
      case "row_id" -> "%016x%016x".formatted(number * 0x9E3779B97F4A7C15L, number * 7919L);
      case "connection" -> "bench";
      default ->
          switch (column.type()) {
            case Type.Plain.TEXT -> "value-" + Math.floorMod(mixed, 40) + "-of-" + column.name();
            case Type.Plain.INTEGER -> Math.floorMod(mixed, 10_000_000L);
            case Type.Plain.INSTANT -> Instant.EPOCH.plus(Duration.ofHours(number / 300));
            default -> null;
          };
    };
  }

  /** The records of our topic once more, by the producer alone. */
  private void producer(String compression, String batch, String linger) throws Exception {
    List<ConsumerRecord<byte[], byte[]>> records = records();
    long bytes = records.stream().mapToLong(each -> each.value().length).sum();
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", broker);
    settings.put("acks", "all");
    settings.put("compression.type", compression);
    settings.put("batch.size", batch);
    settings.put("linger.ms", linger);
    settings.put("key.serializer", ByteArraySerializer.class);
    settings.put("value.serializer", ByteArraySerializer.class);
    try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings)) {
      producer.partitionsFor(prefix + "usage_report");
      timed(
          "producer alone, " + compression + ", " + bytes / records.size() + " bytes a record",
          () -> {
            records.forEach(each ->
                producer.send(
                    new ProducerRecord<>(prefix + "usage_report", each.key(), each.value())));
            producer.flush();
            return records.size() + " records";
          });
    }
  }

  private List<ConsumerRecord<byte[], byte[]>> records() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", broker);
    settings.put("isolation.level", "read_committed");
    settings.put("auto.offset.reset", "earliest");
    settings.put("key.deserializer", ByteArrayDeserializer.class);
    settings.put("value.deserializer", ByteArrayDeserializer.class);
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
      List<TopicPartition> all =
          consumer.partitionsFor(prefix + "usage_report").stream()
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      consumer.assign(all);
      while (records.size() < rows) {
        consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
      }
    }
    return records.subList(0, rows);
  }

  private interface Work {
    String run();
  }

  private void timed(String what, Work work) {
    long began = System.nanoTime();
    long busy = busy();
    String said = work.run();
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        "%s: %.2f s (%.2f s of processor time), %,.0f rows/s, %s%n",
        what, seconds, (busy() - busy) / 1e9, rows / seconds, said);
  }

  /** On a machine that others use too, this says more than the clock. */
  private static long busy() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
