package dev.outlay.destination;

/**
 * A destination outside, which a store can be passed on to and kept current by changes alone. Its
 * tables are the tables it is given, column by column, with nothing hidden among them: who may ask
 * them in their own tools. Its checkpoints are kept with the rows.
 *
 * <p>A table's key columns together are unique and tell the rows apart; a single text key is never
 * null, in a longer one null is a value. A table without a key can be filled and not changed. The
 * connection of a {@link Delivery} is a name for its checkpoints alone: which rows are meant is
 * said by the scope.
 *
 * <p>All methods throw {@link dev.outlay.failure.Failure.KeepFailed} with the destination's name,
 * without passwords. Safe for use by many threads.
 */
public interface Mirror extends Destination, Progress {
  /**
   * Opens changes: a row that is added takes the place of the row with its key, whatever the scope;
   * rows whose keys are removed go; all others stay. Repeating it changes no row.
   */
  Amendment amend(Delivery delivery);

  /**
   * How far everything is now, for whoever asks about many series: one reading of the place where
   * that can be, which stays as it was while others write there. It is good for finding that
   * nothing is to be done, which was so when it was read; whoever opens changes asks {@link #of}
   * right before.
   */
  default Progress progress() {
    return this;
  }
}
