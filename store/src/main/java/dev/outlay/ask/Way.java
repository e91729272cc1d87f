package dev.outlay.ask;

import java.util.List;

/**
 * Columns of one dataset that are added.
 *
 * @param columns whose sums are added
 * @param cents whether they are cents, of which a hundred make one
 * @param currency the one whose rows count, or empty
 */
public record Way(Data data, List<String> columns, boolean cents, String currency) {
  public Way {
    columns = List.copyOf(columns);
  }

  public static Way sum(Data data, String... columns) {
    return new Way(data, List.of(columns), false, "");
  }

  /** US dollars; amounts in other currencies do not count. */
  public static Way dollars(Data data, String column) {
    return new Way(data, List.of(column), true, "USD");
  }

  /** Amounts in whatever currency. */
  public static Way money(Data data, String column) {
    return new Way(data, List.of(column), true, "");
  }
}
