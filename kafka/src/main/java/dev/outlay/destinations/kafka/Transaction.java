package dev.outlay.destinations.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The one transaction of a load. Whoever opened one of the same name before is shut out, and what
 * was left open is ended, before this is there; it begins with its first record.
 */
final class Transaction implements AutoCloseable {
  private static final Duration OUTCOME = Duration.ofSeconds(30);

  private final Producer<byte[], byte[]> producer;
  private final Map<TopicPartition, Long> last = new ConcurrentHashMap<>();
  private volatile @Nullable Exception failed;
  private boolean open;

  /**
   * @param producer of transactions, which is closed with this
   */
  Transaction(Producer<byte[], byte[]> producer) {
    this.producer = producer;
    try {
      producer.initTransactions();
    } catch (KafkaException e) {
      producer.close(Duration.ZERO);
      throw e;
    }
  }

  void send(ProducerRecord<byte[], byte[]> record) throws Exception {
    if (!open) {
      producer.beginTransaction();
      open = true;
    }
    var _ = producer.send(record, this::sent);
    check();
  }

  private void sent(@Nullable RecordMetadata where, @Nullable Exception e) {
    if (e != null) {
      failed = failed == null ? e : failed;
    } else if (where != null) {
      TopicPartition partition = new TopicPartition(where.topic(), where.partition());
      last.merge(partition, where.offset(), Math::max);
    }
  }

  private void check() throws Exception {
    Exception e = failed;
    if (e != null) {
      throw e;
    }
  }

  /**
   * Makes all of it readable, or none.
   *
   * @return the last record of each partition; none where nothing was sent
   */
  Map<TopicPartition, Long> commit() throws Exception {
    if (open) {
      producer.flush();
      check();
      commitSurely();
      open = false;
    }
    return last;
  }

  /** When no answer comes it may have been committed: asking again is safe, and tells. */
  private void commitSurely() {
    Deadline deadline = Deadline.in(OUTCOME);
    while (true) {
      try {
        producer.commitTransaction();
        return;
      } catch (TimeoutException e) {
        if (deadline.passed()) {
          throw e;
        }
      }
    }
  }

  @Override
  public void close() {
    try {
      if (open) {
        producer.abortTransaction();
      }
    } catch (KafkaException _) {
      // Its coordinator ends it after its time, or the next writer does.
    } finally {
      producer.close(Duration.ofMillis(open ? 0 : 1000));
    }
  }
}
