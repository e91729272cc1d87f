package dev.outlay.destinations.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** The topics there. One connection for all; safe for many threads. */
final class Topics implements AutoCloseable {
  private static final Duration SEEN = Duration.ofSeconds(10);
  private static final Map<String, String> COMPACTED = Map.of("cleanup.policy", "compact");

  private final Clients clients;
  private final Trouble trouble;
  private @Nullable Admin admin;
  private boolean closed;

  Topics(Clients clients, Trouble trouble) {
    this.clients = clients;
    this.trouble = trouble;
  }

  Optional<TopicDescription> find(String topic) throws Exception {
    try {
      return Optional.of(
          admin().describeTopics(List.of(topic)).allTopicNames().get().values().iterator().next());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Makes a compacted topic; somebody else may be doing the same. */
  TopicDescription make(String topic, int partitions) throws Exception {
    NewTopic wanted =
        new NewTopic(topic, Optional.of(partitions), clients.settings().replication());
    try {
      admin().createTopics(List.of(wanted.configs(COMPACTED))).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
    return seen(topic);
  }

  /** A topic that was just made is not known to every broker at once. */
  private TopicDescription seen(String topic) throws Exception {
    Deadline deadline = Deadline.in(SEEN);
    Optional<TopicDescription> found = find(topic);
    while (found.isEmpty()) {
      deadline.pause("making the tables ready", trouble, "topic " + topic + " does not appear");
      found = find(topic);
    }
    return found.get();
  }

  /** A topic that forgets by age loses rows; who may not look is believed. */
  void checkCompacted(String topic) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try {
      Config config = admin().describeConfigs(List.of(resource)).all().get().get(resource);
      ConfigEntry policy = config == null ? null : config.get("cleanup.policy");
      if (policy != null && !"compact".equals(policy.value())) {
        throw trouble.because(
            "making the tables ready",
            "topic %s has cleanup.policy=%s, which forgets rows by age"
                .formatted(topic, policy.value()),
            "Set cleanup.policy=compact for it, or choose another topic_prefix.");
      }
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof AuthorizationException)) {
        throw e;
      }
    }
  }

  boolean isEmpty(TopicDescription topic) throws Exception {
    return offsets(topic, OffsetSpec.earliest(), IsolationLevel.READ_UNCOMMITTED)
        .equals(ends(topic, IsolationLevel.READ_UNCOMMITTED));
  }

  /** Where a reader of that kind comes to the end. */
  Map<TopicPartition, Long> ends(TopicDescription topic, IsolationLevel isolation)
      throws Exception {
    return offsets(topic, OffsetSpec.latest(), isolation);
  }

  private Map<TopicPartition, Long> offsets(
      TopicDescription topic, OffsetSpec which, IsolationLevel isolation) throws Exception {
    Map<TopicPartition, OffsetSpec> wanted =
        topic.partitions().stream()
            .collect(
                Collectors.toMap(
                    each -> new TopicPartition(topic.name(), each.partition()), _ -> which));
    return found(wanted, isolation);
  }

  private Map<TopicPartition, Long> found(
      Map<TopicPartition, OffsetSpec> wanted, IsolationLevel isolation) throws Exception {
    Map<TopicPartition, ListOffsetsResultInfo> found =
        admin().listOffsets(wanted, new ListOffsetsOptions(isolation)).all().get();
    return found.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().offset()));
  }

  /** Waits a little until readers see what was committed up to there. */
  void awaitReadable(Map<TopicPartition, Long> last) throws Exception {
    Deadline deadline = Deadline.in(Duration.ofSeconds(5));
    Map<TopicPartition, OffsetSpec> wanted =
        last.keySet().stream().collect(Collectors.toMap(each -> each, _ -> OffsetSpec.latest()));
    while (!reached(last, found(wanted, IsolationLevel.READ_COMMITTED)) && !deadline.passed()) {
      Thread.sleep(Deadline.PAUSE);
    }
  }

  private static boolean reached(
      Map<TopicPartition, Long> last, Map<TopicPartition, Long> readable) {
    return last.entrySet().stream()
        .allMatch(each -> readable.getOrDefault(each.getKey(), 0L) > each.getValue());
  }

  private synchronized Admin admin() {
    if (closed) {
      throw new IllegalStateException("closed");
    }
    Admin open = admin;
    if (open == null) {
      open = clients.admin();
      admin = open;
    }
    return open;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (admin != null) {
      admin.close(Duration.ZERO);
    }
  }
}
