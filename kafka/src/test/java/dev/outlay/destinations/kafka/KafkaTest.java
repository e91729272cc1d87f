package dev.outlay.destinations.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outlay.destination.Address;
import dev.outlay.destination.Mirror;
import dev.outlay.failure.Failure.KeepFailed;
import dev.outlay.table.Scope;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import dev.outlay.testkit.MirrorContract;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real broker, one for all tests; each test has a prefix of its own. */
class KafkaTest extends MirrorContract {
  private static @Nullable Broker broker;
  private static int prefixes;
  private final String prefix = "t" + ++prefixes + ".";

  @BeforeAll
  static void start() {
    broker = Broker.orNotRun();
  }

  @Override
  protected Mirror mirror() {
    return open("");
  }

  private Mirror open(String parameters) {
    String address = "kafka://" + servers() + "/" + prefix + "?partitions=2" + parameters;
    return new Kafka().open(Address.of(address), InstantSource.system());
  }

  private static String servers() {
    return Objects.requireNonNull(broker).open();
  }

  @Override
  protected String name() {
    return "kafka://" + servers() + "/" + prefix;
  }

  @Override
  protected List<List<@Nullable Object>> read(Table table) {
    return Reader.committed(servers()).rows(prefix + table.name(), table);
  }

  @Test
  void aLoadThatChangesNothingSendsNothing() {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "a", 1), item(0, "b", 2));
    int before = records("items").size() + records("outlay.checkpoints").size();
    load(ITEMS, day(0), item(0, "b", 2), item(0, "a", 1));
    assertThat(records("items").size() + records("outlay.checkpoints").size()).isEqualTo(before);
  }

  @Test
  void aVanishedRowIsATombstoneOfItsKey() {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "a", 1), item(0, "b", 2));
    load(ITEMS, day(0), item(0, "a", 1));
    List<ConsumerRecord<byte[], byte[]>> records = records("items");
    assertThat(records).hasSize(3);
    assertThat(records.stream().filter(each -> each.value() == null).map(each -> text(each.key())))
        .singleElement()
        .satisfies(key ->
            assertThat(records.stream().filter(each -> each.value() != null))
                .anyMatch(each -> text(each.key()).equals(key)));
  }

  @Test
  void whoeverOpensItNextKnowsWhatIsThere() {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "a", 1), item(0, "b", 2));
    try (Mirror next = mirror()) {
      next.prepare(List.of(dev.outlay.destination.Labelled.label(ITEMS)));
    }
    int before = records("items").size();
    assertThat(load(ITEMS, day(0), item(0, "b", 3)).closed()).isEqualTo(1);
    assertThat(records("items")).hasSize(before + 2);
  }

  @Test
  void withoutSchemasARowIsAnObjectWithItsDecimalsAsText() {
    Table costs =
        table("costs", Table.Twins.EQUAL_ONLY, key("id", Type.Plain.TEXT), plain("usd", Type.USD));
    try (Mirror bare = open("&schemas=false")) {
      bare.prepare(List.of(costs));
      try (var load = bare.begin(delivery(costs, Scope.EVERYTHING))) {
        load.add(0, batch(costs, row("a", new java.math.BigDecimal("12.30000000000000000001"))));
        load.commit(checkpoint());
      }
    }
    assertThat(records("costs").stream().map(each -> text(each.value())))
        .containsExactly("{\"id\":\"a\",\"usd\":\"12.30000000000000000001\"}");
  }

  @Test
  void aRowStaysInItsPartitionWhenThereAreMore() throws Exception {
    prepare(ITEMS);
    load(ITEMS, Scope.EVERYTHING, item(0, "a", 1), item(0, "b", 1), item(0, "c", 1));
    try (Admin admin = admin()) {
      admin.createPartitions(Map.of(prefix + "items", NewPartitions.increaseTo(7))).all().get();
    }
    load(ITEMS, Scope.EVERYTHING, item(0, "a", 2), item(0, "b", 2), item(0, "d", 2));
    assertThat(read(dev.outlay.destination.Labelled.label(ITEMS))).hasSize(3);
    assertThat(
            records("items").stream().map(each -> text(each.key()) + each.partition()).distinct())
        .hasSize(4);
  }

  @Test
  void aTopicThatForgetsByAgeIsRefusedByName() throws Exception {
    make("items", Map.of("cleanup.policy", "delete"));
    assertThatThrownBy(() -> prepare(ITEMS))
        .isInstanceOf(KeepFailed.class)
        .hasMessageContaining(prefix + "items")
        .hasMessageContaining("cleanup.policy=compact");
  }

  @Test
  void anEmptyCompactedTopicOfTheAdministratorIsTaken() throws Exception {
    make("items", Map.of("cleanup.policy", "compact"));
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "a", 1));
    assertThat(records("items")).hasSize(1);
  }

  @Test
  void aTopicThatWasDeletedMakesEverythingComeAgain() throws Exception {
    prepare(ITEMS);
    load(ITEMS, day(0), item(0, "a", 1));
    try (Admin admin = admin()) {
      admin.deleteTopics(List.of(prefix + "items")).all().get();
    }
    prepare(ITEMS);
    assertThat(raw().connections()).isEmpty();
    assertThat(load(ITEMS, day(0), item(0, "a", 1)).added()).isEqualTo(1);
  }

  private void make(String topic, Map<String, String> settings) throws Exception {
    try (Admin admin = admin()) {
      NewTopic wanted = new NewTopic(prefix + topic, Optional.of(1), Optional.empty());
      admin.createTopics(List.of(wanted.configs(settings))).all().get();
    }
  }

  private static Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", servers()));
  }

  private List<ConsumerRecord<byte[], byte[]>> records(String topic) {
    return Reader.committed(servers()).records(prefix + topic);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
