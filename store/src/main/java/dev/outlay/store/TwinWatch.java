package dev.outlay.store;

import dev.outlay.table.Scope;
import dev.outlay.table.Table;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Notices that two rows of a load may have one identity, so that only then the engine must look.
 * Reports come in the order of time and time is part of their key: there it is enough to remember
 * the rows of one instant. May be wrong by suspecting, never by overlooking.
 */
final class TwinWatch {
  private static final int MOST = 1 << 20;

  private final int[] key;
  private final int time;
  private final LongSet seen = new LongSet();
  private @Nullable Object instant;
  private boolean suspects;

  TwinWatch(Kept kept, Scope scope) {
    Table table = kept.table();
    String during = scope.during().map(Scope.During::column).orElse("");
    this.key = kept.key().stream().mapToInt(column -> table.indexOf(column.name())).toArray();
    this.time =
        kept.key().stream().anyMatch(column -> column.name().equals(during))
            ? table.indexOf(during)
            : -1;
  }

  boolean suspects() {
    return suspects;
  }

  /** What comes again may come out of order. */
  void discarded() {
    suspects |= seen.size() > 0;
  }

  void see(@Nullable Object[] cells) {
    if (suspects) {
      return;
    }
    if (time >= 0) {
      move(cells[time]);
    }
    suspects |= seen.size() >= MOST || !seen.add(hash(cells));
  }

  private void move(@Nullable Object next) {
    if (!Objects.equals(instant, next)) {
      suspects |= !isLater(next);
      instant = next;
      seen.clear();
    }
  }

  @SuppressWarnings("unchecked")
  private boolean isLater(@Nullable Object next) {
    return next != null && (instant == null || ((Comparable<Object>) next).compareTo(instant) > 0);
  }

  private long hash(@Nullable Object[] cells) {
    long hash = 0;
    for (int column : key) {
      hash = (hash ^ Objects.hashCode(cells[column])) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    return hash;
  }

  /** Open addressing over plain longs: a set of boxes would weigh eight times as much. */
  private static final class LongSet {
    private long[] slots = new long[1 << 10];
    private int size;
    private boolean zero;

    int size() {
      return size;
    }

    void clear() {
      if (size > 0) {
        java.util.Arrays.fill(slots, 0);
      }
      size = 0;
      zero = false;
    }

    boolean add(long value) {
      if (value == 0) {
        boolean fresh = !zero;
        zero = true;
        size += fresh ? 1 : 0;
        return fresh;
      }
      if (size * 2 >= slots.length) {
        grow();
      }
      return put(value);
    }

    private boolean put(long value) {
      int slot = (int) ((value * 0xD6E8FEB86659FD93L) >>> 32) & (slots.length - 1);
      while (slots[slot] != 0) {
        if (slots[slot] == value) {
          return false;
        }
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = value;
      size++;
      return true;
    }

    private void grow() {
      long[] old = slots;
      slots = new long[old.length * 2];
      size = zero ? 1 : 0;
      for (long value : old) {
        if (value != 0) {
          put(value);
        }
      }
    }
  }
}
