package dev.outlay.destinations.sql;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the text form that COPY and LOAD DATA read: cells parted by tabs, rows by line feeds,
 * null as {@code \N}. The character NUL, which databases do not take, becomes U+FFFD. One thread.
 */
public final class CopyText {
  private final StringBuilder line = new StringBuilder();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Appends a row. */
  public void row(@Nullable Object[] cells) {
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        line.append('\t');
      }
      cell(cells[i]);
    }
    bytes.writeBytes(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    line.setLength(0);
  }

  /** How many bytes wait. */
  public int size() {
    return bytes.size();
  }

  /** The bytes that waited. */
  public byte[] take() {
    byte[] all = bytes.toByteArray();
    bytes.reset();
    return all;
  }

  private void cell(@Nullable Object cell) {
    switch (cell) {
      case null -> line.append("\\N");
      case BigDecimal decimal -> line.append(decimal.toPlainString());
      case String text -> text(text);
      default -> line.append(cell);
    }
  }

  private void text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> line.append("\\\\");
        case '\t' -> line.append("\\t");
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        case 0 -> line.append('\uFFFD');
        default -> line.append(c);
      }
    }
  }
}
