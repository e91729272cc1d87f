package dev.outlay.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the answer of a query while it comes; called on one thread while the asker waits. */
public interface ResultSink {
  /**
   * One column of an answer.
   *
   * @param name as the query names it
   * @param type as DuckDB writes it: {@code VARCHAR}, {@code DECIMAL(38,18)}, …
   */
  record ResultColumn(String name, String type) {}

  /** Called once, before any row. */
  void columns(List<ResultColumn> columns);

  /**
   * One row; the sink may keep the array. A cell is null, Boolean, Long (or BigInteger beyond 64
   * bits), BigDecimal, Double, LocalDate, Instant, or else its text: JSON for lists, structs and
   * maps.
   */
  void row(@Nullable Object[] cells);
}
