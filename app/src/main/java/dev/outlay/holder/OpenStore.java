package dev.outlay.holder;

import dev.outlay.store.Answers;
import dev.outlay.store.QueryLimits;
import dev.outlay.store.ResultSink;
import dev.outlay.store.Store;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The store itself as the one who answers.
 *
 * @param store is closed with this
 * @param limits of one query
 */
public record OpenStore(Store store, QueryLimits limits) implements Answers {
  /** Keeps what the sink threw, which the store would take for trouble of its own. */
  private static final class Watched implements ResultSink {
    private final ResultSink sink;
    private @Nullable RuntimeException thrown;

    Watched(ResultSink sink) {
      this.sink = sink;
    }

    @Override
    public void columns(List<ResultColumn> columns) {
      watch(() -> sink.columns(columns));
    }

    @Override
    public void row(@Nullable Object[] cells) {
      watch(() -> sink.row(cells));
    }

    private void watch(Runnable call) {
      try {
        call.run();
      } catch (RuntimeException e) {
        thrown = e;
        throw e;
      }
    }
  }

  @Override
  public void query(String sql, ResultSink sink) {
    Watched watched = new Watched(sink);
    try {
      store.query(sql, limits, watched);
    } catch (RuntimeException e) {
      throw watched.thrown == null ? e : watched.thrown;
    }
  }

  @Override
  public Answers snapshot() {
    return store.reads().snapshot();
  }

  @Override
  public void close() {
    store.close();
  }
}
