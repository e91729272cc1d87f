package dev.outlay.destinations.sql;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the text form that COPY and LOAD DATA read: cells parted by tabs, rows by line feeds,
 * null as {@code \N}. The character NUL, which databases do not take, becomes U+FFFD. One thread.
 */
public final class CopyText {
  private byte[] bytes = new byte[1 << 14];
  private int size;
  private Instant lastAt = Instant.EPOCH;
  private String lastAtText = Instant.EPOCH.toString();

  /** Appends a row. */
  public void row(@Nullable Object[] cells) {
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        put('\t');
      }
      cell(cells[i]);
    }
    put('\n');
  }

  /** How many bytes wait. */
  public int size() {
    return size;
  }

  /** The bytes that waited. */
  public byte[] take() {
    byte[] all = Arrays.copyOf(bytes, size);
    size = 0;
    return all;
  }

  private void cell(@Nullable Object cell) {
    switch (cell) {
      case null -> plain("\\N");
      case BigDecimal decimal -> plain(decimal.toPlainString());
      case String text -> text(text);
      case Instant at -> plain(told(at));
      default -> plain(cell.toString());
    }
  }

  /** Rows of one bucket follow each other. */
  private String told(Instant at) {
    if (!at.equals(lastAt)) {
      lastAt = at;
      lastAtText = at.toString();
    }
    return lastAtText;
  }

  /** Text of ASCII characters that mean themselves. */
  private void plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      put(text.charAt(i));
    }
  }

  private void text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 || c == 0) {
        encoded(text.substring(i).replace('\0', '\uFFFD'));
        return;
      }
      ascii(c);
    }
  }

  private void ascii(char c) {
    switch (c) {
      case '\\' -> escaped('\\');
      case '\t' -> escaped('t');
      case '\n' -> escaped('n');
      case '\r' -> escaped('r');
      default -> put(c);
    }
  }

  private void encoded(String rest) {
    for (byte b : rest.getBytes(StandardCharsets.UTF_8)) {
      if (b >= 0) {
        ascii((char) b);
      } else {
        put(b);
      }
    }
  }

  private void escaped(char c) {
    put('\\');
    put(c);
  }

  private void put(int b) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, size * 2);
    }
    bytes[size++] = (byte) b;
  }
}
