package dev.outlay.destinations.kafka;

import java.util.Arrays;

/** Bytes one after the other, in one array that grows. */
final class Bytes {
  private byte[] all = new byte[1 << 11];
  private int size;

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  Bytes add(byte[] part) {
    return add(part, part.length);
  }

  Bytes add(Bytes part) {
    return add(part.all, part.size);
  }

  private Bytes add(byte[] part, int length) {
    room(length);
    System.arraycopy(part, 0, all, size, length);
    size += length;
    return this;
  }

  Bytes add(int number) {
    room(Integer.BYTES);
    for (int shift = 24; shift >= 0; shift -= 8) {
      all[size++] = (byte) (number >> shift);
    }
    return this;
  }

  private void room(int more) {
    int needed = Math.addExact(size, more);
    if (needed > all.length) {
      all = Arrays.copyOf(all, KeyIndex.larger(needed));
    }
  }

  /** The array they are in, from its beginning; good until more is added. */
  byte[] array() {
    return all;
  }
}
