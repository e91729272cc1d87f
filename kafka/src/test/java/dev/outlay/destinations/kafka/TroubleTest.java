package dev.outlay.destinations.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.destination.Address;
import dev.outlay.destination.Changes;
import dev.outlay.destination.Mirror;
import dev.outlay.failure.Failure.KeepFailed;
import dev.outlay.table.Position;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong with a real broker is told in words, soon, and heals. */
@Timeout(240)
class TroubleTest {
  private static final AtomicLong PREFIXES = new AtomicLong();
  private static @Nullable Broker broker;
  private final String prefix = "trouble" + PREFIXES.incrementAndGet() + ".";

  @BeforeAll
  static void start() {
    broker = Broker.orNotRun();
  }

  @Test
  void aBrokerThatIsDownIsSaidWithinSeconds() {
    long began = System.nanoTime();
    try (Mirror lost =
        Items.open("kafka://me:s3cr3t@127.0.0.1:1/p?security_protocol=SASL_PLAINTEXT")) {
      assertThatThrownBy(() -> lost.of("c", Items.SERIES))
          .isInstanceOf(KeepFailed.class)
          .hasMessageContaining("kafka://127.0.0.1:1/p")
          .hasMessageContaining("cannot be reached")
          .hasMessageNotContaining("s3cr3t");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void aWrongPasswordIsSaidAndNeverRepeated() {
    try (Mirror refused = guarded("admin", "s3cr3t")) {
      assertThatThrownBy(() -> refused.prepare(List.of(Items.TABLE)))
          .isInstanceOf(KeepFailed.class)
          .hasMessageContaining("refused the login")
          .hasMessageNotContaining("s3cr3t");
    }
  }

  @Test
  void theRightPasswordOpensWhateverIsInIt() {
    try (Mirror mirror = guarded("admin", "right%20%22one%22")) {
      assertThat(Items.fill(mirror, 3, "a", 1).added()).isEqualTo(3);
    }
  }

  @Test
  void aUserWhoMayNotIsToldWhatToAllow() {
    try (Mirror forbidden = guarded("guest", "guest")) {
      assertThatThrownBy(() -> forbidden.prepare(List.of(Items.TABLE)))
          .isInstanceOf(KeepFailed.class)
          .hasMessageContaining("may not use")
          .hasMessageContaining(prefix)
          .hasMessageContaining("CREATE, DESCRIBE, READ and WRITE");
    }
  }

  @Test
  void aRowThatIsTooLargeLeavesTheStateBefore() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker().open()))) {
      NewTopic small = new NewTopic(prefix + "items", Optional.of(1), Optional.empty());
      Map<String, String> settings =
          Map.of("cleanup.policy", "compact", "max.message.bytes", "4000");
      admin.createTopics(List.of(small.configs(settings))).all().get();
    }
    try (Mirror mirror = Items.open(address() + "?kafka.compression.type=none")) {
      Items.fill(mirror, 2, "a", 1);
      assertThatThrownBy(() -> Items.fill(mirror, 3, "x".repeat(9_000), 2))
          .isInstanceOf(KeepFailed.class)
          .hasMessageContaining("larger than it takes")
          .hasMessageContaining("max.message.bytes");
      assertThat(texts("read_committed")).hasSize(2).allMatch(each -> each.contains("\"a\""));
      assertThat(mirror.of("c", Items.SERIES).passed()).contains(new Position("here", 1));
      assertThat(Items.fill(mirror, 1, "b", 3)).isEqualTo(new Changes(1, 0, 1, 1, false));
    }
  }

  @Test
  void theWriterThatWasTakenOverKeepsNothing() throws Exception {
    try (Mirror mirror = Items.open(address())) {
      Items.fill(mirror, 2, "a", 1);
      Settings settings = Settings.of(Address.of(address()));
      String id = settings.transactionalId(Items.delivery());
      try (Transaction zombie = new Transaction(new Clients(settings).producer(id, 60_000))) {
        zombie.send(new ProducerRecord<>(prefix + "items", bytes("row-0"), bytes("zombie")));
        await(() -> texts("read_uncommitted").contains("zombie"));
        assertThat(Items.fill(mirror, 2, "b", 2).changed()).isEqualTo(2);
        assertThatThrownBy(() -> new Trouble("here").ask("keeping rows", zombie::commit))
            .isInstanceOf(KeepFailed.class)
            .hasMessageContaining("another writer has taken this table over");
      }
    }
    assertThat(texts("read_committed")).hasSize(2).allMatch(each -> each.contains("\"b\""));
  }

  @Test
  void aWriterKilledInTheMiddleLeavesTheStateBeforeAndTheNextRunHealsIt(@TempDir Path folder)
      throws Exception {
    try (Mirror mirror = Items.open(address())) {
      Items.fill(mirror, 3, "a", 1);
      int before = all("read_uncommitted").size();
      Process writer =
          Broker.run(folder, Items.class.getName(), address(), "60000", "k".repeat(200));
      try {
        await(() -> all("read_uncommitted").size() > before || !writer.isAlive());
      } finally {
        writer.destroyForcibly().onExit().join();
      }
      assertThat(all("read_uncommitted").size())
          .as(Files.readString(folder.resolve("log")))
          .isGreaterThan(before);
      assertThat(texts("read_committed")).hasSize(3).allMatch(each -> each.contains("\"a\""));
    }
    try (Mirror next = Items.open(address())) {
      assertThat(next.of("c", Items.SERIES).passed()).contains(new Position("here", 1));
      assertThat(Items.fill(next, 4, "b", 2)).isEqualTo(new Changes(4, 1, 3, 0, false));
    }
    assertThat(texts("read_committed")).hasSize(4).allMatch(each -> each.contains("\"b\""));
  }

  private interface Condition {
    boolean holds();
  }

  private static void await(Condition condition) throws InterruptedException {
    Deadline deadline = Deadline.in(Duration.ofMinutes(2));
    while (!condition.holds()) {
      deadline.pause("waiting", new Trouble("test"), "it did not come to pass");
    }
  }

  private static Broker broker() {
    return Objects.requireNonNull(broker);
  }

  private String address() {
    return "kafka://" + broker().open() + "/" + prefix;
  }

  private Mirror guarded(String user, String password) {
    return Items.open(
        "kafka://%s:%s@%s/%s?security_protocol=SASL_PLAINTEXT"
            .formatted(user, password, broker().guarded(), prefix));
  }

  private List<ConsumerRecord<byte[], byte[]>> all(String isolation) {
    return new Reader(broker().open(), isolation).records(prefix + "items");
  }

  private List<String> texts(String isolation) {
    return new Reader(broker().open(), isolation)
        .latest(prefix + "items").values().stream()
            .map(each -> new String(each.value(), StandardCharsets.UTF_8))
            .toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
