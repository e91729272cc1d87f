package dev.outlay.destinations.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A document that is there.
 *
 * @param id its name
 * @param digest of what it holds, remarks aside
 * @param index the index that holds it; of a data stream, one of those behind it
 * @param sequence with the term, its version: what is changed must still be this
 */
record Kept(String id, long digest, String index, long sequence, long term) {
  byte[] record() {
    byte[] name = id.getBytes(StandardCharsets.UTF_8);
    byte[] in = index.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(28 + name.length + in.length)
        .putLong(digest)
        .putLong(sequence)
        .putLong(term)
        .putShort((short) name.length)
        .put(name)
        .putShort((short) in.length)
        .put(in)
        .array();
  }

  static Kept of(ByteBuffer record) {
    long digest = record.getLong();
    long sequence = record.getLong();
    long term = record.getLong();
    String id = Arrivals.text(record);
    return new Kept(id, digest, Arrivals.text(record), sequence, term);
  }
}
