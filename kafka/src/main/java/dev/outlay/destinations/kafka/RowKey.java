package dev.outlay.destinations.kafka;

import dev.outlay.destination.Identity;
import dev.outlay.table.Column;
import dev.outlay.table.Table;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names the rows of one table: most have one text that does. */
final class RowKey {
  private final Table table;
  private final List<Column> columns;
  private final int first;

  RowKey(Table table) {
    this.table = table;
    this.columns = table.key();
    this.first = columns.isEmpty() ? -1 : table.indexOf(columns.getFirst().name());
  }

  /** Of a row with that digest, which names it where nothing else does. */
  byte[] of(@Nullable Object[] cells, byte[] digest) {
    return columns.isEmpty() ? RowJson.utf8(HexFormat.of().formatHex(digest)) : of(cells);
  }

  byte[] of(@Nullable Object[] cells) {
    boolean single = columns.size() == 1 && cells[first] instanceof String;
    return RowJson.utf8(single ? String.valueOf(cells[first]) : Identity.of(table, cells));
  }
}
