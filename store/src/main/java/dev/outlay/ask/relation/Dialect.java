package dev.outlay.ask.relation;

/** How one engine wants a query written. */
public interface Dialect {
  /** One SELECT; its columns are the keys, then the values, in their order. */
  String sql(Relation relation);
}
