package dev.outlay.destination;

import dev.outlay.table.Column;
import dev.outlay.table.Table;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names a row by its key as one short text, for places that know rows by one name alone. */
public final class Identity {
  private Identity() {}

  /** Of a row by its key: a single text as it is, anything else as 32 hexadecimal digits. */
  public static String of(Table table, @Nullable Object[] cells) {
    List<Column> key = table.key();
    if (key.size() == 1 && cells[table.indexOf(key.getFirst().name())] instanceof String text) {
      return text;
    }
    return of(key.stream().map(column -> told(cells[table.indexOf(column.name())])));
  }

  /** Of parts, so that no two lists of parts read the same. */
  public static String of(Stream<String> parts) {
    MessageDigest digest = digest();
    parts.forEach(part -> digest.update(part.getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }

  /** A cell with its length before it; null is told from empty. */
  static String told(@Nullable Object cell) {
    String text =
        cell instanceof BigDecimal decimal
            ? decimal.stripTrailingZeros().toPlainString()
            : String.valueOf(cell);
    return cell == null ? "|-" : "|" + text.length() + ":" + text;
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
