package dev.outlay.ask.relation;

/**
 * How one engine wants a query written; all that the rest must know of it. Stateless, safe for use
 * by many threads. Answers have the types that {@link dev.outlay.store.ResultSink} names, whatever
 * the engine: sums of whole numbers are whole numbers.
 */
public interface Dialect {
  /** One SELECT; its columns are the keys, then the values, in their order. */
  String sql(Relation relation);

  /** One SELECT of the names of the tables that there are to ask, in one column. */
  String tables();
}
