package dev.outlay.destinations.sql;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Takes rows into one table of one session. One thread at a time. */
public interface Bulk extends AutoCloseable {
  /**
   * Takes one row.
   *
   * @param cells in the order of the columns, of the classes named at {@link dev.outlay.table.Type}
   */
  void row(@Nullable Object[] cells) throws SQLException;

  /** Everything that was taken is there afterwards. */
  @Override
  void close() throws SQLException;
}
