package dev.outlay.destinations.kafka;

import java.util.Arrays;

/**
 * What the records of one topic come to, as numbers in arrays: for each key whether its row lives,
 * what it says in eight bytes, in which partition it is, and the cells that scopes ask for. About
 * seventy bytes a row. One thread at a time.
 */
final class RowIndex {
  private static final int DEAD = -1;
  private static final int LEAVING = -1;

  private final KeyIndex keys = new KeyIndex();
  private final long[][] cells;
  private long[] digests = new long[0];
  private int[] partitions = new int[0];
  private int[] marks = new int[0];

  /**
   * @param width how many cells are kept of each row
   */
  RowIndex(int width) {
    this.cells = new long[width][0];
  }

  int size() {
    return keys.size();
  }

  /** The place of the row with that key, or -1. */
  int find(byte[] key) {
    return keys.find(key);
  }

  /** The place of the row with that key, which need not live. */
  int findOrAdd(byte[] key) {
    int place = keys.findOrAdd(key);
    if (place >= digests.length) {
      grow(KeyIndex.larger(place + 1));
    }
    return place;
  }

  private void grow(int length) {
    int before = digests.length;
    digests = Arrays.copyOf(digests, length);
    partitions = Arrays.copyOf(partitions, length);
    Arrays.fill(partitions, before, length, DEAD);
    marks = Arrays.copyOf(marks, length);
    for (int i = 0; i < cells.length; i++) {
      cells[i] = Arrays.copyOf(cells[i], length);
    }
  }

  /** The row at that place says this now. */
  void put(int place, int partition, long digest, long[] said) {
    partitions[place] = partition;
    digests[place] = digest;
    for (int i = 0; i < cells.length; i++) {
      cells[i][place] = said[i];
    }
  }

  /** The row with that key is gone from that partition. */
  void remove(byte[] key, int partition) {
    int place = keys.find(key);
    if (place >= 0 && partitions[place] == partition) {
      partitions[place] = DEAD;
    }
  }

  boolean lives(int place) {
    return partitions[place] != DEAD;
  }

  byte[] key(int place) {
    return keys.key(place);
  }

  long digest(int place) {
    return digests[place];
  }

  int partition(int place) {
    return partitions[place];
  }

  long cell(int place, int column) {
    return cells[column][place];
  }

  /** Forgets what came and what leaves. */
  void unmark() {
    Arrays.fill(marks, 0);
  }

  /** Notes which staged row came for that place; the last one stands. */
  void came(int place, int number) {
    marks[place] = number;
  }

  /** The number of the staged row that came for that place; 0 or less where none did. */
  int cameAs(int place) {
    return marks[place];
  }

  /** Notes that the row leaves, where none comes. */
  void leave(int place) {
    if (marks[place] == 0) {
      marks[place] = LEAVING;
    }
  }

  boolean leaves(int place) {
    return marks[place] == LEAVING;
  }
}
