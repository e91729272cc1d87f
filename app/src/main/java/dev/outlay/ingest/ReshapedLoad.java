package dev.outlay.ingest;

import dev.outlay.destination.Amendment;
import dev.outlay.destination.Changes;
import dev.outlay.destination.Load;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Rows;
import java.util.function.Consumer;

/** Gives rows their form on their way. */
record ReshapedLoad(Form form, Load load, Consumer<Rows> removing) implements Amendment {
  @Override
  public void add(int page, Rows rows) {
    if (rows.table().name().equals(form.source())) {
      load.add(page, form.rows(rows));
    }
  }

  @Override
  public void remove(Rows keys) {
    removing.accept(form.keys(keys));
  }

  @Override
  public void discard(int page) {
    load.discard(page);
  }

  @Override
  public Changes commit(Checkpoint after) {
    return load.commit(after);
  }

  @Override
  public void close() {
    load.close();
  }
}
