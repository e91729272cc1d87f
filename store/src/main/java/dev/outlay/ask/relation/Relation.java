package dev.outlay.ask.relation;

import java.util.List;

/** Rows with named columns. */
public sealed interface Relation {
  /** A column of a result. */
  record Named(String name, Expr expr) {}

  /**
   * A table or view.
   *
   * @param schema empty for what is known now
   */
  record Scan(String schema, String table) implements Relation {}

  record Where(Relation of, Expr condition) implements Relation {}

  /** One row for each different combination of the keys; one row where there are none. */
  record Grouped(Relation of, List<Named> keys, List<Named> values) implements Relation {
    public Grouped {
      keys = List.copyOf(keys);
      values = List.copyOf(values);
    }
  }
}
