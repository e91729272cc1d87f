package dev.outlay.store;

/**
 * Who answers questions put in SQL: the store itself, or the process that holds it. A command does
 * not know which it talks to. Safe for use by many threads.
 */
public interface Answers extends AutoCloseable {
  /**
   * Runs one SELECT, read-only and within the store's limits, and streams its rows. What the sink
   * throws passes through unchanged and ends the query.
   *
   * @throws QueryRefused when the question is at fault
   * @throws dev.outlay.failure.Failure when the store is
   */
  void query(String sql, ResultSink sink);

  /**
   * Answers that all see one moment, where whoever answers can hold it; to be closed. For one
   * thread at a time.
   */
  default Answers snapshot() {
    Answers all = this;
    return new Answers() {
      @Override
      public void query(String sql, ResultSink sink) {
        all.query(sql, sink);
      }

      @Override
      public void close() {
        // The others go on.
      }
    };
  }

  @Override
  void close();
}
