package dev.outlay.destinations.kafka;

import dev.outlay.table.Table;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.jspecify.annotations.Nullable;

/**
 * Makes topics ready. A topic is ours when the types of its columns are noted; one that is not is
 * taken over when it is empty and compacted, and refused otherwise. Notes of columns are no part of
 * a transaction, and read as soon as they are written: a transaction that was left open by a writer
 * that died hides nothing of them.
 */
final class Shelves implements AutoCloseable {
  private static final String TRIED = "making the tables ready";

  private final Settings settings;
  private final Clients clients;
  private final Topics topics;
  private final Trouble trouble;
  private final TopicReader reader;
  private final Notes notes;
  private @Nullable Producer<byte[], byte[]> producer;
  private boolean read;

  Shelves(Settings settings, Clients clients, Topics topics, Trouble trouble) {
    this.settings = settings;
    this.clients = clients;
    this.topics = topics;
    this.trouble = trouble;
    this.reader = new TopicReader(clients, topics, trouble, IsolationLevel.READ_UNCOMMITTED);
    this.notes = new Notes(settings.prefix());
  }

  /** Makes the topic of the table ready; what its columns were before. */
  Map<String, String> prepare(Table table) throws Exception {
    readNotes();
    Map<String, String> before = notes.columns(table);
    String name = named(table);
    Optional<TopicDescription> topic = topics.find(name);
    if (topic.isEmpty()) {
      topics.make(name, settings.partitions());
      forgetIf(!before.isEmpty());
      note(table, Map.of());
    } else {
      topics.checkCompacted(name);
      takeOver(table, before, topic.get());
      note(table, before);
    }
    return before;
  }

  private String named(Table table) {
    String name = settings.prefix() + table.name();
    if (!name.matches("[a-zA-Z0-9._-]{1,249}")) {
      throw trouble.because(
          TRIED,
          "no topic can be named " + name,
          "A topic's name has letters, digits, points, dashes and underscores.");
    }
    return name;
  }

  private void readNotes() throws Exception {
    if (!read) {
      Optional<TopicDescription> topic = topics.find(notes.topic());
      TopicDescription there = topic.isPresent() ? topic.get() : topics.make(notes.topic(), 1);
      topics.checkCompacted(notes.topic());
      notes.readOn(reader, there);
      read = true;
    }
  }

  /** A topic that was deleted has to be filled anew. */
  private void forgetIf(boolean deleted) throws Exception {
    if (deleted) {
      for (ProducerRecord<byte[], byte[]> each : notes.none()) {
        producer().send(each).get();
      }
    }
  }

  private void takeOver(Table table, Map<String, String> before, TopicDescription topic)
      throws Exception {
    if (before.isEmpty() && !topics.isEmpty(topic)) {
      throw trouble.because(
          TRIED,
          "there is a topic " + topic.name() + " with records of somebody else",
          "Choose another topic_prefix.");
    }
    Notes.types(table)
        .forEach((column, type) -> {
          String was = before.getOrDefault(column, type);
          if (!was.equals(type)) {
            throw trouble.because(
                TRIED,
                "column %s of %s is %s and would have to be %s"
                    .formatted(column, table.name(), was, type),
                "Delete that topic, and it is filled anew.");
          }
        });
  }

  private void note(Table table, Map<String, String> before) throws Exception {
    Map<String, String> all = new LinkedHashMap<>(before);
    all.putAll(Notes.types(table));
    if (!all.equals(before)) {
      producer().send(notes.columns(table, all)).get();
    }
  }

  private Producer<byte[], byte[]> producer() {
    Producer<byte[], byte[]> open = producer;
    if (open == null) {
      open = clients.producer();
      producer = open;
    }
    return open;
  }

  @Override
  public void close() {
    reader.close();
    if (producer != null) {
      producer.close(Duration.ofSeconds(1));
    }
  }
}
