package dev.outlay.destinations.kafka;

import dev.outlay.destination.Changes;
import dev.outlay.destination.Delivery;
import dev.outlay.table.Position;
import dev.outlay.table.Table;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** Sends what differs between what came for one table and what is there. */
final class Difference {
  private final Delivery delivery;
  private final boolean keyless;
  private final String topic;
  private final RowSchema schema;
  private final KnownRows known;
  private final RowIndex index;
  private final List<Header> headers;
  private int[] places = {};
  private long read;
  private long added;
  private long changed;
  private long closed;

  Difference(
      Delivery delivery,
      Table table,
      String topic,
      RowSchema schema,
      KnownRows known,
      Optional<Position> position) {
    this.delivery = delivery;
    this.keyless = table.key().isEmpty();
    this.topic = topic;
    this.schema = schema;
    this.known = known;
    this.index = known.index();
    this.headers = headers(delivery, position);
  }

  /** What came is all there is of the scope. */
  Changes fill(Stage stage, Transaction transaction) throws Exception {
    return apply(stage, transaction, place -> known.meets(delivery.scope(), place));
  }

  /** What came is new or other; of what goes, what did not come as well. */
  Changes change(Stage stage, Transaction transaction) throws Exception {
    return apply(stage, transaction, index::leaves);
  }

  private Changes apply(Stage stage, Transaction transaction, IntPredicate goes) throws Exception {
    index.unmark();
    places = new int[stage.count() + 1];
    stage.keys(this::mark);
    for (int place = 0; place < index.size(); place++) {
      if (index.lives(place) && index.cameAs(place) <= 0 && goes.test(place)) {
        closed++;
        transaction.send(record(index.partition(place), index.key(place), null, List.of()));
      }
    }
    stage.each(row -> send(row, transaction));
    return new Changes(read, added, changed, closed, false);
  }

  private void mark(Staged row) {
    if (row.goes()) {
      int place = index.find(row.key());
      if (place >= 0) {
        index.leave(place);
      }
      return;
    }
    int place = keyless ? free(row) : index.findOrAdd(row.key());
    read += index.cameAs(place) > 0 ? 0 : 1;
    index.came(place, row.number());
    places[row.number()] = place;
  }

  private void send(Staged row, Transaction transaction) throws Exception {
    int place = places[row.number()];
    if (row.goes() || index.cameAs(place) != row.number()) {
      return;
    }
    boolean lives = index.lives(place);
    if (lives && index.digest(place) == RowDigest.half(row.digest())) {
      return;
    }
    added += lives ? 0 : 1;
    changed += lives ? 1 : 0;
    transaction.send(
        record(
            lives ? index.partition(place) : null,
            index.key(place),
            schema.round(row.payload()),
            headers(row)));
  }

  /** Equal rows of a table without a key are numbered: the first place where none has come. */
  private int free(Staged row) {
    int twin = 0;
    int place = index.findOrAdd(twin(row, twin));
    while (index.cameAs(place) > 0) {
      place = index.findOrAdd(twin(row, ++twin));
    }
    return place;
  }

  private static byte[] twin(Staged row, int number) {
    String key = new String(row.key(), StandardCharsets.UTF_8);
    return number == 0 ? row.key() : (key + "-" + number).getBytes(StandardCharsets.UTF_8);
  }

  /** A row that is there stays in its partition, also when there are more of them now. */
  private ProducerRecord<byte[], byte[]> record(
      @Nullable Integer partition, byte[] key, byte @Nullable [] value, List<Header> more) {
    ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, partition, key, value);
    headers.forEach(record.headers()::add);
    more.forEach(record.headers()::add);
    return record;
  }

  private static List<Header> headers(Staged row) {
    String digest = HexFormat.of().formatHex(row.digest());
    return List.of(new RecordHeader(KnownRows.DIGEST, utf8(digest)));
  }

  private static List<Header> headers(Delivery delivery, Optional<Position> position) {
    Header connection = new RecordHeader("outlay.connection", utf8(delivery.connection()));
    return position
        .map(at ->
            List.<Header>of(
                connection, new RecordHeader("outlay.load_seq", utf8("" + at.sequence()))))
        .orElse(List.of(connection));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
