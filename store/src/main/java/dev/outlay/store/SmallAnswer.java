package dev.outlay.store;

import dev.outlay.table.Rows;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an answer that is small enough to be held until it is whole: most answers are, and
 * most say what the last one said. One thread at a time.
 */
final class SmallAnswer {
  private static final int MOST = 500;

  /** Rows that came together. */
  record Part(int page, Rows rows) {}

  private final List<Part> parts = new ArrayList<>();
  private int size;

  /** Whether there was room for them. */
  boolean take(int page, Rows rows) {
    if (size + rows.size() > MOST) {
      return false;
    }
    parts.add(new Part(page, rows));
    size += rows.size();
    return true;
  }

  void discard(int page) {
    parts.removeIf(part -> part.page >= page);
    size = parts.stream().mapToInt(part -> part.rows.size()).sum();
  }

  List<Part> parts() {
    return parts;
  }

  /** The same for the same rows in the same order, and for no others. */
  String digest() {
    MessageDigest digest = sha();
    for (Part part : parts) {
      text(digest, part.rows.table().name());
      for (@Nullable Object[] cells : part.rows.cells()) {
        row(digest, cells);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void row(MessageDigest digest, @Nullable Object[] cells) {
    for (Object cell : cells) {
      if (cell == null) {
        digest.update((byte) 0);
      } else {
        text(digest, cell.toString());
      }
    }
  }

  /** With its length before it, so that no two rows read the same. */
  private static void text(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((byte) 1);
    for (int shift = 24; shift >= 0; shift -= 8) {
      digest.update((byte) (bytes.length >>> shift));
    }
    digest.update(bytes);
  }

  private static MessageDigest sha() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
