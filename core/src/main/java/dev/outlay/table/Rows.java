package dev.outlay.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch of rows of one table, small enough for memory (a page may be many batches).
 *
 * @param table whose columns the cells follow
 * @param cells one array a row, one cell a column, of the classes named at {@link Type}; the reader
 *     gives the arrays away and never touches them again
 */
public record Rows(Table table, List<@Nullable Object[]> cells) {
  public int size() {
    return cells.size();
  }
}
