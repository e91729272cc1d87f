package dev.outlay.destinations.kafka;

import dev.outlay.table.Scope;
import dev.outlay.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.header.Header;

/**
 * What is in one topic, as far as it was read. It is read on before each load and never told what
 * was sent, so that it says what is there, and nothing has to be taken back when a load fails.
 */
final class KnownRows {
  /** Well below a day, after which a compacted topic may forget that a row went. */
  private static final Duration FRESH = Duration.ofHours(6);

  static final String DIGEST = "outlay.digest";
  private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{32}");

  private final Uuid topic;
  private final ScopeCells cells;
  private final RowIndex index;
  private Map<TopicPartition, Long> ends = Map.of();
  private Instant readAt;

  private KnownRows(Uuid topic, ScopeCells cells, Instant now) {
    this.topic = topic;
    this.cells = cells;
    this.index = new RowIndex(cells.columns().size());
    this.readAt = now;
  }

  /** Nothing known yet. */
  static KnownRows of(
      TopicDescription topic, Table table, Settings.Form form, Set<String> columns, Instant now) {
    return new KnownRows(
        topic.topicId(), new ScopeCells(table, form, new ArrayList<>(columns)), now);
  }

  /** The columns that scopes asked for so far, and those this one asks for. */
  Set<String> with(Scope scope) {
    Set<String> all = new LinkedHashSet<>(cells.columns());
    all.addAll(asked(scope));
    return all;
  }

  static List<String> asked(Scope scope) {
    return scope.conditions().stream().map(Scope.Condition::column).distinct().toList();
  }

  /** Whether reading on is enough to answer that scope. */
  boolean serves(TopicDescription description, Scope scope, Instant now) {
    return topic.equals(description.topicId())
        && cells.columns().containsAll(asked(scope))
        && now.isBefore(readAt.plus(FRESH));
  }

  void readOn(TopicReader reader, TopicDescription description, Instant now) throws Exception {
    ends = reader.read(description, ends, this::take);
    readAt = now;
  }

  RowIndex index() {
    return index;
  }

  boolean meets(Scope scope, int place) {
    return cells.meets(scope, index, place);
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    byte[] key = record.key();
    if (key != null && record.value() == null) {
      index.remove(key, record.partition());
    } else if (key != null) {
      index.put(index.findOrAdd(key), record.partition(), digest(record), cells.of(record.value()));
    }
  }

  /** Of a record of somebody else it is none, and so differs from what comes. */
  private static long digest(ConsumerRecord<byte[], byte[]> record) {
    Header header = record.headers().lastHeader(DIGEST);
    String text =
        header == null
            ? ""
            : new String(header.value(), java.nio.charset.StandardCharsets.ISO_8859_1);
    return DIGITS.matcher(text).matches() ? HexFormat.fromHexDigitsToLong(text, 0, 16) : 0;
  }
}
