package dev.outlay.destinations.kafka;

import dev.outlay.destination.Amendment;
import dev.outlay.destination.Changes;
import dev.outlay.destination.Delivery;
import dev.outlay.destination.Guarantee;
import dev.outlay.destination.Load;
import dev.outlay.destination.Mirror;
import dev.outlay.destination.Progress;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Series;
import dev.outlay.table.Table;
import java.lang.ref.SoftReference;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.IsolationLevel;
import org.jspecify.annotations.Nullable;

/**
 * Kafka as a mirror: a compacted topic a table, and one for the checkpoints. A load is put aside
 * until it is complete, compared with what is there, and its difference sent with its checkpoint in
 * one transaction, one load at a time.
 */
final class KafkaMirror implements Mirror {
  private static final String TRIED_TABLES = "making the tables ready";
  private static final String TRIED_COMMIT = "keeping rows";
  private static final Duration OTHERS = Duration.ofSeconds(15);
  private static final long BYTES_A_MILLI = 1000;
  private static final int SHORTEST = 60_000;
  private static final int LONGEST = 900_000;

  private final Settings settings;
  private final InstantSource clock;
  private final Clients clients;
  private final Trouble trouble;
  private final Topics topics;
  private final TopicReader rowReader;
  private final TopicReader noteReader;
  private final Notes notes;
  private final Map<String, SoftReference<KnownRows>> known = new HashMap<>();
  private final Set<KafkaLoad> open = ConcurrentHashMap.newKeySet();
  private final ReentrantLock turn = new ReentrantLock();
  private volatile boolean closed;

  KafkaMirror(Settings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.clients = new Clients(settings);
    this.trouble = new Trouble(settings.name());
    this.topics = new Topics(clients, trouble);
    this.rowReader = reader(IsolationLevel.READ_COMMITTED);
    this.noteReader = reader(IsolationLevel.READ_COMMITTED);
    this.notes = new Notes(settings.prefix());
  }

  private TopicReader reader(IsolationLevel isolation) {
    return new TopicReader(clients, topics, trouble, isolation);
  }

  @Override
  public Guarantee guarantee() {
    return Guarantee.EXACTLY_ONCE;
  }

  @Override
  public void prepare(List<Table> tables) {
    check(TRIED_TABLES);
    inTurn(
        TRIED_TABLES,
        () -> {
          try (Shelves shelves = new Shelves(settings, clients, topics, trouble)) {
            tables.forEach(each -> trouble.ask(TRIED_TABLES, () -> shelves.prepare(each)));
          }
          return tables;
        });
  }

  @Override
  public Load begin(Delivery delivery) {
    return load(delivery, true);
  }

  @Override
  public Amendment amend(Delivery delivery) {
    return load(delivery, false);
  }

  private KafkaLoad load(Delivery delivery, boolean fill) {
    check("opening a load");
    KafkaLoad load = new KafkaLoad(this, trouble, settings, delivery, fill);
    open.add(load);
    return load;
  }

  @Override
  public Checkpoint of(String connection, Series series) {
    return noted().of(connection, series);
  }

  @Override
  public Set<String> connections() {
    return noted().connections();
  }

  /** The topic of checkpoints, read on once. */
  @Override
  public Progress progress() {
    return noted().now();
  }

  private Notes noted() {
    String tried = "reading how far it is";
    check(tried);
    return trouble.ask(tried, this::readNotes);
  }

  private Notes readNotes() throws Exception {
    Optional<TopicDescription> topic = topics.find(notes.topic());
    if (topic.isPresent()) {
      notes.readOn(noteReader, topic.get());
    } else {
      notes.forget();
    }
    return notes;
  }

  Changes commit(KafkaLoad load, Checkpoint after) {
    return inTurn(
        TRIED_COMMIT,
        () -> {
          Delivery delivery = load.delivery();
          try (Transaction transaction = new Transaction(producer(load))) {
            Changes changes = Changes.NONE;
            for (Table table : delivery.tables()) {
              Difference difference = difference(delivery, table, after);
              Stage stage = load.stage(table);
              changes =
                  changes.plus(
                      load.fill()
                          ? difference.fill(stage, transaction)
                          : difference.change(stage, transaction));
            }
            if (!readNotes().of(delivery.connection(), delivery.series()).equals(after)) {
              transaction.send(notes.checkpoint(delivery.connection(), delivery.series(), after));
            }
            topics.awaitReadable(transaction.commit());
            return changes;
          }
        });
  }

  private Producer<byte[], byte[]> producer(KafkaLoad load) {
    String id = settings.transactionalId(load.delivery());
    long millis = SHORTEST + load.bytes() / BYTES_A_MILLI;
    return clients.producer(id, (int) Math.min(LONGEST, millis));
  }

  private Difference difference(Delivery delivery, Table table, Checkpoint after) throws Exception {
    return new Difference(
        delivery,
        table,
        settings.prefix() + table.name(),
        new RowSchema(table, settings.form()),
        known(delivery, table),
        after.passed());
  }

  private KnownRows known(Delivery delivery, Table table) throws Exception {
    TopicDescription topic = complete(settings.prefix() + table.name());
    Instant now = clock.instant();
    SoftReference<KnownRows> before = known.get(table.name());
    KnownRows rows = before == null ? null : before.get();
    if (rows == null || !rows.serves(topic, delivery.scope(), now)) {
      Set<String> columns =
          rows == null
              ? new LinkedHashSet<>(KnownRows.asked(delivery.scope()))
              : rows.with(delivery.scope());
      rows = KnownRows.of(topic, table, settings.form(), columns, now);
      known.put(table.name(), new SoftReference<>(rows));
    }
    rows.readOn(rowReader, topic, now);
    return rows;
  }

  /** The topic when no transaction of another connection is open in it: what follows is hidden. */
  private TopicDescription complete(String name) throws Exception {
    Optional<TopicDescription> topic = topics.find(name);
    if (topic.isEmpty()) {
      throw trouble.because(
          TRIED_COMMIT, "topic " + name + " is not there", "Run it again, and it is made anew.");
    }
    Deadline deadline = Deadline.in(OTHERS);
    while (!topics
        .ends(topic.get(), IsolationLevel.READ_COMMITTED)
        .equals(topics.ends(topic.get(), IsolationLevel.READ_UNCOMMITTED))) {
      deadline.pause(TRIED_COMMIT, trouble, "another writer has not ended its transaction");
    }
    return topic.get();
  }

  void over(KafkaLoad load) {
    open.remove(load);
  }

  void check(String tried) {
    if (closed) {
      throw trouble.because(tried, "it is closed", "Open it again.");
    }
  }

  private <T extends @Nullable Object> T inTurn(String tried, Trouble.Work<T> work) {
    return trouble.ask(
        tried,
        () -> {
          turn.lockInterruptibly();
          try {
            return work.run();
          } finally {
            turn.unlock();
          }
        });
  }

  @Override
  public void close() {
    closed = true;
    rowReader.close();
    noteReader.close();
    topics.close();
  }
}
