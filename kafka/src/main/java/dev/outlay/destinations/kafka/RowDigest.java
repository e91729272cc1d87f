package dev.outlay.destinations.kafka;

import dev.outlay.table.Column;
import dev.outlay.table.Table;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * What a row says, in 16 bytes that go with it as a header, so that the next load knows what is the
 * same without reading it all: the first of a SHA-512 of its cells as they are written. Remarks do
 * not count; a column that was added and is empty changes nothing; another form of writing changes
 * everything.
 */
final class RowDigest {
  private static final byte[] NONE = {};

  private final MessageDigest digest = sha512();
  private final byte[] form;
  private final byte[][] names;
  private final Bytes said = new Bytes();

  RowDigest(Table table, Settings.Form form) {
    this.form = RowJson.utf8(form.toString());
    this.names = table.columns().stream().map(this::name).toArray(byte[][]::new);
  }

  /** A column's name in eight bytes: names would be more than what they stand for. */
  private byte[] name(Column column) {
    return column.role() == Column.Role.REMARK
        ? NONE
        : Arrays.copyOf(digest.digest(RowJson.utf8(column.name())), 8);
  }

  /** Begins with another row. */
  void clear() {
    said.clear();
    said.add(form);
  }

  /** One of its cells that is not empty, as it is written. */
  void add(int column, byte[] value) {
    if (names[column].length > 0) {
      said.add(names[column]).add(value.length).add(value);
    }
  }

  byte[] get() {
    digest.update(said.array(), 0, said.size());
    return Arrays.copyOf(digest.digest(), 16);
  }

  /** The half that is kept in memory for each row. */
  static long half(byte[] digest) {
    return ByteBuffer.wrap(digest).getLong();
  }

  private static MessageDigest sha512() {
    try {
      return MessageDigest.getInstance("SHA-512");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
