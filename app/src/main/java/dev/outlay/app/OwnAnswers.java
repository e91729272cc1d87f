package dev.outlay.app;

import dev.outlay.store.Answers;
import dev.outlay.store.QueryLimits;
import dev.outlay.store.ResultSink;
import dev.outlay.store.Store;

/** The store answers by itself. */
record OwnAnswers(Store store) implements Answers {
  @Override
  public void query(String sql, ResultSink sink) {
    store.query(sql, QueryLimits.DEFAULT, sink);
  }

  @Override
  public void close() {
    store.close();
  }
}
