package dev.outlay.destinations.kafka;

import dev.outlay.table.Column;
import dev.outlay.table.Table;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a row says, in 16 bytes that go with it as a header, so that the next load knows what is the
 * same without reading it all. Remarks do not count; a column that was added and is empty changes
 * nothing; another form of writing changes everything.
 */
final class RowDigest {
  private final Settings.Form form;
  private final List<Column> columns;
  private final MessageDigest digest = sha256();

  RowDigest(Table table, Settings.Form form) {
    this.form = form;
    this.columns = table.columns();
  }

  byte[] of(@Nullable Object[] cells) {
    add(form.toString());
    for (int i = 0; i < cells.length; i++) {
      Object cell = cells[i];
      if (cell != null && columns.get(i).role() != Column.Role.REMARK) {
        add(columns.get(i).name());
        add(text(cell));
      }
    }
    return java.util.Arrays.copyOf(digest.digest(), 16);
  }

  /** The half that is kept in memory for each row. */
  static long half(byte[] digest) {
    return ByteBuffer.wrap(digest).getLong();
  }

  private void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
    digest.update(bytes);
  }

  private static String text(Object cell) {
    return cell instanceof BigDecimal number
        ? number.stripTrailingZeros().toPlainString()
        : cell.toString();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
