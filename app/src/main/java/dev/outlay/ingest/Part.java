package dev.outlay.ingest;

import dev.outlay.table.Column;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One column of the rows that arrive, and where its cells come from.
 *
 * @param column as it arrives
 * @param source the column it is made of; its own name where it is made of none
 * @param cell of a whole row
 */
record Part(Column column, String source, Cell cell) {
  /** Takes one cell from a row. */
  interface Cell {
    @Nullable Object of(@Nullable Object[] row);
  }

  /** What is done to a cell that is not null. */
  Part then(UnaryOperator<Object> change) {
    return new Part(
        column,
        source,
        row -> {
          Object before = cell.of(row);
          return before == null ? null : change.apply(before);
        });
  }

  Part as(Column other) {
    return new Part(other, source, cell);
  }
}
