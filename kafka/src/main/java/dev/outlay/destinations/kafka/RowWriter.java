package dev.outlay.destinations.kafka;

import dev.outlay.table.Column;
import dev.outlay.table.Table;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of one table, each in one pass as JSON without its schema and as what its {@link
 * RowDigest} is of. Most cells are as in the row before, above all times: those are not written
 * anew. One thread at a time.
 */
final class RowWriter {
  private static final byte[] END = {'}'};

  private final List<Column> columns;
  private final RowJson json;
  private final byte[][] names;
  private final @Nullable Object[] cells;
  private final byte[][] values;
  private final RowDigest digest;
  private final Bytes payload = new Bytes();

  RowWriter(Table table, Settings.Form form) {
    this.columns = table.columns();
    this.json = new RowJson(form);
    this.digest = new RowDigest(table, form);
    this.names = IntStream.range(0, columns.size()).mapToObj(this::name).toArray(byte[][]::new);
    this.cells = new @Nullable Object[columns.size()];
    this.values = new byte[columns.size()][];
    java.util.Arrays.fill(values, RowJson.NULL);
  }

  private byte[] name(int column) {
    return RowJson.utf8(
        (column == 0 ? "{" : ",") + RowJson.quoted(columns.get(column).name()) + ":");
  }

  /** Takes the next row. */
  void write(@Nullable Object[] row) {
    payload.clear();
    digest.clear();
    for (int i = 0; i < row.length; i++) {
      byte[] value = value(i, row[i]);
      payload.add(names[i]).add(value);
      if (row[i] != null) {
        digest.add(i, value);
      }
    }
    payload.add(END);
  }

  private byte[] value(int column, @Nullable Object cell) {
    if (!Objects.equals(cell, cells[column])) {
      values[column] = json.value(columns.get(column).type(), cell);
      cells[column] = cell;
    }
    return values[column];
  }

  /** The row as JSON, until the next is taken. */
  Bytes payload() {
    return payload;
  }

  /** What tells it from others. */
  byte[] digest() {
    return digest.get();
  }
}
