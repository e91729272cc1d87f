package dev.outlay.destinations.kafka;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * What came for one table so far, in a file that goes when it is closed, however the process ends:
 * nothing is sent before the load is complete, for a transaction may not stay open for long.
 */
final class Stage implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final int GOES = 1;

  /** Rows of that page and later ones that came before that many rows are forgotten. */
  private record Discard(int page, int before) {
    boolean forgets(int page, int number) {
      return page >= this.page && number <= before;
    }
  }

  /** Takes what is staged. */
  interface Taker {
    void take(Staged row) throws Exception;
  }

  private static final byte[] NOTHING = {};
  private static final Bytes NO_PAYLOAD = new Bytes();

  private final FileChannel file;
  private final Bytes waiting = new Bytes();
  private final List<Discard> discards = new ArrayList<>();
  private int count;
  private long bytes;

  Stage() throws IOException {
    Path path = Files.createTempFile("outlay-kafka", ".rows");
    this.file =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
  }

  void add(int page, byte[] key, byte[] digest, Bytes payload) throws IOException {
    write(page, 0, key, digest, payload);
  }

  void remove(byte[] key) throws IOException {
    write(0, GOES, key, NOTHING, NO_PAYLOAD);
  }

  private void write(int page, int goes, byte[] key, byte[] digest, Bytes payload)
      throws IOException {
    count = Math.incrementExact(count);
    bytes += key.length + payload.size();
    waiting.add(page).add(goes).add(key.length).add(digest.length).add(payload.size());
    waiting.add(key).add(digest).add(payload);
    if (waiting.size() > BUFFER) {
      flush();
    }
  }

  private void flush() throws IOException {
    ByteBuffer rows = ByteBuffer.wrap(waiting.array(), 0, waiting.size());
    while (rows.hasRemaining()) {
      file.write(rows);
    }
    waiting.clear();
  }

  /** How many came, also those that were discarded. */
  int count() {
    return count;
  }

  /** Those that go are not of any page, and stay. */
  void discard(int page) {
    discards.add(new Discard(page, count));
  }

  /** About how much there is to send. */
  long bytes() {
    return bytes;
  }

  /** All that was not discarded, in the order it came. */
  void each(Taker taker) throws Exception {
    each(taker, true);
  }

  /** The same without what they say: their payloads are empty. */
  void keys(Taker taker) throws Exception {
    each(taker, false);
  }

  private void each(Taker taker, boolean payloads) throws Exception {
    flush();
    StageReader in = new StageReader(file);
    for (int number = 1; number <= count; number++) {
      int page = in.number();
      Staged row = row(number, in, payloads);
      if (row.goes() || !forgotten(page, number)) {
        taker.take(row);
      }
    }
  }

  private static Staged row(int number, StageReader in, boolean payloads) throws IOException {
    boolean goes = in.number() == GOES;
    int key = in.number();
    int digest = in.number();
    int payload = in.number();
    return new Staged(number, goes, in.part(key), in.part(digest), payload(in, payload, payloads));
  }

  private static byte[] payload(StageReader in, int length, boolean wanted) throws IOException {
    if (wanted) {
      return in.part(length);
    }
    in.skip(length);
    return NOTHING;
  }

  private boolean forgotten(int page, int number) {
    return discards.stream().anyMatch(discard -> discard.forgets(page, number));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
