package dev.outlay.destinations.kafka;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
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

  private final FileChannel file;
  private final DataOutputStream out;
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
    this.out =
        new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), BUFFER));
  }

  void add(int page, byte[] key, byte[] digest, byte[] payload) throws IOException {
    write(page, false, key, digest, payload);
  }

  void remove(byte[] key) throws IOException {
    write(0, true, key, new byte[0], new byte[0]);
  }

  private void write(int page, boolean goes, byte[] key, byte[] digest, byte[] payload)
      throws IOException {
    count = Math.incrementExact(count);
    bytes += key.length + payload.length;
    out.writeInt(page);
    out.writeBoolean(goes);
    for (byte[] part : List.of(key, digest, payload)) {
      out.writeInt(part.length);
      out.write(part);
    }
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
    out.flush();
    DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(Channels.newInputStream(file.position(0)), BUFFER));
    for (int number = 1; number <= count; number++) {
      int page = in.readInt();
      boolean goes = in.readBoolean();
      Staged row = new Staged(number, goes, part(in), part(in), part(in));
      if (goes || !forgotten(page, number)) {
        taker.take(row);
      }
    }
    file.position(file.size());
  }

  private boolean forgotten(int page, int number) {
    return discards.stream().anyMatch(discard -> discard.forgets(page, number));
  }

  private static byte[] part(DataInputStream in) throws IOException {
    return in.readNBytes(in.readInt());
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
