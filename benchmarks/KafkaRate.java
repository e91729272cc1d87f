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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Rows of usage into Kafka, beside its own producer with the very same records, in turns in one
 * process; the first turn of all is not counted: KafkaRate BROKER ROWS RUNS [alone]. With "alone"
 * only ours, and once, so that its memory can be bounded. Started by benchmarks/kafka.
 */
public record KafkaRate(String broker, int rows, String prefix) {
  private static final Table USAGE =
      Labelled.label(Datasets.named("usage_report").orElseThrow().tables().getFirst());
  private static final Series SERIES = Series.of("usage_report");
  private static final int PAGE = 1000;

  private static final HexFormat HEX = HexFormat.of();
  private static final String[][] TEXTS = texts();
  private static final Map<String, List<double[]>> TIMES = new LinkedHashMap<>();
  private static final String OURS = "first fill";
  private static final String SAME = "producer alone, lz4, our batch and linger";
  private static final String PLAIN = "producer alone, its own defaults";

  public static void main(String[] args) throws Exception {
    int rows = Integer.parseInt(args[1]);
    boolean alone = args.length > 3;
    for (int run = 0; run <= Integer.parseInt(args[2]); run++) {
      KafkaRate rate = new KafkaRate(args[0], rows, "bench" + System.nanoTime() + ".");
      rate.ours();
      if (alone) {
        break;
      }
      List<ConsumerRecord<byte[], byte[]>> records = rate.records();
      rate.producer(records, SAME, "lz4", "131072", "20");
      rate.producer(records, PLAIN, "none", "16384", "5");
      rate.remove();
      System.out.println();
      if (run == 0) {
        TIMES.clear();
      }
    }
    TIMES.forEach((what, times) ->
        System.out.printf(
            "median of %d, %s: %.2f s (%.2f s of processor time), %,.0f rows/s%n",
            times.size(), what, median(times, 0), median(times, 1), rows / median(times, 0)));
    if (!alone) {
      System.out.printf(
          "our rate: %.2f of the producer's with the same compression (%.2f by processor time), %.2f of its defaults%n",
          median(TIMES.get(SAME), 0) / median(TIMES.get(OURS), 0),
          median(TIMES.get(SAME), 1) / median(TIMES.get(OURS), 1),
          median(TIMES.get(PLAIN), 0) / median(TIMES.get(OURS), 0));
    }
    System.out.println(
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmHWM"))
            .findFirst()
            .orElse(""));
  }

  private static double median(List<double[]> times, int which) {
    double[] sorted = times.stream().mapToDouble(each -> each[which]).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static String[][] texts() {
    String[][] texts = new String[USAGE.columns().size()][40];
    for (int column = 0; column < texts.length; column++) {
      for (int i = 0; i < 40; i++) {
        texts[column][i] = "value-" + i + "-of-" + USAGE.columns().get(column).name();
      }
    }
    return texts;
  }

  private void remove() throws Exception {
    try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", broker))) {
      List<String> ours =
          admin.listTopics().names().get().stream().filter(each -> each.startsWith(prefix)).toList();
      admin.deleteTopics(ours).all().get();
    }
  }

  private void ours() {
    DestinationKind kafka = ServiceLoader.load(DestinationKind.class).iterator().next();
    String address = "kafka://" + broker + "/" + prefix;
    try (Mirror mirror = kafka.open(Address.of(address), InstantSource.system())) {
      mirror.prepare(List.of(USAGE));
      timed(OURS, () -> fill(mirror, 1));
      timed("the same again (reads the topic once)", () -> fill(mirror, 1));
      timed("the same once more", () -> fill(mirror, 1));
      timed("changes of one in a hundred", () -> amend(mirror));
    }
    try (Mirror next = kafka.open(Address.of(address), InstantSource.system())) {
      timed("another process, changes of one in a hundred", () -> amend(next));
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
      row[i] = cell(i, number, salt);
    }
    return row;
  }

  private static Object cell(int index, int number, long salt) {
    Column column = USAGE.columns().get(index);
    long mixed = (number * 0x9E3779B97F4A7C15L) ^ salt;
    return switch (column.name()) {
      case "row_id" -> HEX.toHexDigits(number * 0x9E3779B97F4A7C15L) + HEX.toHexDigits(number * 7919L);
      case "connection" -> "bench";
      default ->
          switch (column.type()) {
            case Type.Plain.TEXT -> TEXTS[index][(int) Math.floorMod(mixed, 40L)];
            case Type.Plain.INTEGER -> Math.floorMod(mixed, 10_000_000L);
            case Type.Plain.INSTANT -> Instant.EPOCH.plus(Duration.ofHours(number / 300));
            default -> null;
          };
    };
  }

  /** The records of our topic once more, by the producer alone. */
  private void producer(
      List<ConsumerRecord<byte[], byte[]>> records,
      String what,
      String compression,
      String batch,
      String linger)
      throws Exception {
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
          what,
          () -> {
            records.forEach(each ->
                producer.send(
                    new ProducerRecord<>(prefix + "usage_report", each.key(), each.value())));
            producer.flush();
            return records.size() + " records of " + bytes / records.size() + " bytes";
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
    double processor = (busy() - busy) / 1e9;
    TIMES.computeIfAbsent(what, _ -> new ArrayList<>()).add(new double[] {seconds, processor});
    System.out.printf(
        "%s: %.2f s (%.2f s of processor time), %,.0f rows/s, %s%n",
        what, seconds, processor, rows / seconds, said);
  }

  /** On a machine that others use too, this says more than the clock. */
  private static long busy() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
