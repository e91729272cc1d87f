package dev.outlay.destinations.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads topics to their end, one at a time. */
final class TopicReader implements AutoCloseable {
  private static final String TRIED = "reading what is there";
  private static final Duration STUCK = Duration.ofSeconds(15);
  private static final Duration POLL = Duration.ofMillis(200);

  private final Clients clients;
  private final Topics topics;
  private final Trouble trouble;
  private final IsolationLevel isolation;
  private @Nullable Consumer<byte[], byte[]> consumer;

  TopicReader(Clients clients, Topics topics, Trouble trouble, IsolationLevel isolation) {
    this.clients = clients;
    this.topics = topics;
    this.trouble = trouble;
    this.isolation = isolation;
  }

  /**
   * Reads on to what is readable now.
   *
   * @param from where it ended before; a partition that is not in it is read from its beginning
   * @return where it ended
   */
  synchronized Map<TopicPartition, Long> read(
      TopicDescription topic,
      Map<TopicPartition, Long> from,
      java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each)
      throws Exception {
    Map<TopicPartition, Long> ends = topics.ends(topic, isolation);
    if (!ends.equals(from)) {
      poll(seek(ends, from), ends, each);
    }
    return ends;
  }

  private Consumer<byte[], byte[]> seek(
      Map<TopicPartition, Long> ends, Map<TopicPartition, Long> from) {
    Consumer<byte[], byte[]> reader = consumer();
    reader.assign(ends.keySet());
    reader.resume(ends.keySet());
    reader.seekToBeginning(ends.keySet());
    from.forEach(reader::seek);
    return reader;
  }

  private void poll(
      Consumer<byte[], byte[]> reader,
      Map<TopicPartition, Long> ends,
      java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each)
      throws Exception {
    Map<TopicPartition, Long> open = new HashMap<>(ends);
    Deadline deadline = Deadline.in(STUCK);
    while (!open.isEmpty()) {
      ConsumerRecords<byte[], byte[]> records = reader.poll(POLL);
      records.forEach(each);
      boolean moved = open.entrySet().removeIf(end -> arrived(reader, end));
      if (moved || !records.isEmpty()) {
        deadline = Deadline.in(STUCK);
      }
      if (deadline.passed()) {
        throw trouble.because(TRIED, "no more of it came", "See that all its brokers run.");
      }
    }
  }

  private static boolean arrived(
      Consumer<byte[], byte[]> reader, Map.Entry<TopicPartition, Long> end) {
    boolean arrived = reader.position(end.getKey()) >= end.getValue();
    if (arrived) {
      reader.pause(List.of(end.getKey()));
    }
    return arrived;
  }

  private Consumer<byte[], byte[]> consumer() {
    Consumer<byte[], byte[]> open = consumer;
    if (open == null) {
      open = clients.consumer(isolation);
      consumer = open;
    }
    return open;
  }

  /** Ends reading too: whoever reads is woken, and fails. */
  @Override
  public void close() {
    Consumer<byte[], byte[]> open = consumer;
    if (open != null) {
      open.wakeup();
    }
    closeNow();
  }

  private synchronized void closeNow() {
    if (consumer != null) {
      consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ZERO));
      consumer = null;
    }
  }
}
