package dev.outlay.destinations.kafka;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Numbers keys from 0, in the order they come. Sixteen bytes and a few for a key of 32 hexadecimal
 * digits, which most are; the key itself can be had back.
 */
final class KeyIndex {
  private static final HexFormat HEX = HexFormat.of();
  private static final int NONE = 0;

  private byte[] texts = new byte[1 << 12];
  private int[] ends = new int[1 << 8];
  private int[] slots = new int[1 << 9];
  private int size;

  int size() {
    return size;
  }

  /** The number of the key, or -1. */
  int find(byte[] key) {
    byte[] packed = packed(key);
    int slot = slots[slot(packed)];
    return slot - 1;
  }

  /** The number of the key, which is its own from now on. */
  int findOrAdd(byte[] key) {
    byte[] packed = packed(key);
    int slot = slot(packed);
    if (slots[slot] == NONE) {
      append(packed);
      slots[slot] = size;
      growSlots();
      return size - 1;
    }
    return slots[slot] - 1;
  }

  byte[] key(int number) {
    int start = start(number);
    byte[] packed = Arrays.copyOfRange(texts, start + 1, ends[number]);
    return texts[start] == 1 ? HEX.formatHex(packed).getBytes(StandardCharsets.ISO_8859_1) : packed;
  }

  private int start(int number) {
    return number == 0 ? 0 : ends[number - 1];
  }

  /** Where the key is, or the empty place where it would be. */
  private int slot(byte[] packed) {
    int mask = slots.length - 1;
    int slot = spread(Arrays.hashCode(packed)) & mask;
    while (slots[slot] != NONE && !is(slots[slot] - 1, packed)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean is(int number, byte[] packed) {
    return Arrays.equals(texts, start(number), ends[number], packed, 0, packed.length);
  }

  private void append(byte[] packed) {
    int start = size == 0 ? 0 : ends[size - 1];
    int end = Math.addExact(start, packed.length);
    if (end > texts.length) {
      texts = Arrays.copyOf(texts, larger(end));
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, larger(size + 1));
    }
    System.arraycopy(packed, 0, texts, start, packed.length);
    ends[size++] = end;
  }

  private void growSlots() {
    if (size * 3L > slots.length * 2L) {
      slots = new int[slots.length * 2];
      for (int number = 0; number < size; number++) {
        slots[slot(Arrays.copyOfRange(texts, start(number), ends[number]))] = number + 1;
      }
    }
  }

  /** A quarter more than is needed, so that growing is rare and waste small. */
  static int larger(int needed) {
    return (int) Math.min(Integer.MAX_VALUE - 8L, (long) needed + (needed >> 2) + 16);
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ (mixed >>> 15);
  }

  /** A first byte of 1 says that two digits are one byte. */
  private static byte[] packed(byte[] key) {
    byte[] packed = new byte[isHex(key) ? 17 : key.length + 1];
    if (packed.length == key.length + 1) {
      System.arraycopy(key, 0, packed, 1, key.length);
    } else {
      packed[0] = 1;
      for (int i = 0; i < 16; i++) {
        packed[i + 1] = (byte) (digit(key[2 * i]) << 4 | digit(key[2 * i + 1]));
      }
    }
    return packed;
  }

  private static boolean isHex(byte[] key) {
    boolean hex = key.length == 32;
    for (int i = 0; hex && i < 32; i++) {
      hex = (key[i] >= '0' && key[i] <= '9') || (key[i] >= 'a' && key[i] <= 'f');
    }
    return hex;
  }

  private static int digit(byte sign) {
    return sign <= '9' ? sign - '0' : sign - 'a' + 10;
  }
}
