package dev.outlay.export;

import dev.outlay.destination.Changes;
import dev.outlay.shape.ChangeSink;
import dev.outlay.table.Rows;
import java.util.Optional;
import java.util.function.Consumer;

/** Counts rows on their way. One thread at a time. */
final class Counting implements ChangeSink {
  private long rows;
  private long gone;

  @Override
  public void rows(Rows came) {
    rows += came.size();
  }

  @Override
  public void gone(Rows keys) {
    gone += keys.size();
  }

  /** Counts what goes on to these. */
  ChangeSink before(Consumer<Rows> removing, Consumer<Rows> adding) {
    return new ChangeSink() {
      @Override
      public void rows(Rows came) {
        stopIfInterrupted();
        Counting.this.rows(came);
        adding.accept(came);
      }

      @Override
      public void gone(Rows keys) {
        Counting.this.gone(keys);
        removing.accept(keys);
      }
    };
  }

  /** What was told so far; how it changed the place is not known yet. */
  Passed passed(String table, String connection, Passed.How how) {
    return new Passed(
        table, connection, how, rows, new Changes(rows, 0, 0, gone, false), Optional.empty());
  }

  private static void stopIfInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new Interrupted();
    }
  }
}
