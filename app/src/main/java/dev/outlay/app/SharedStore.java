package dev.outlay.app;

import dev.outlay.holder.Holder;
import dev.outlay.holder.OpenStore;
import dev.outlay.store.Answers;
import dev.outlay.store.QueryLimits;
import dev.outlay.store.Store;

/**
 * A store that is being written, and asked by other processes meanwhile.
 *
 * @param store the store
 * @param holder answers the others
 */
public record SharedStore(Store store, Holder holder) implements AutoCloseable {
  /** Answers from the store itself. */
  public Answers answers() {
    return new OpenStore(store, QueryLimits.DEFAULT);
  }

  @Override
  public void close() {
    holder.close();
    store.close();
  }
}
