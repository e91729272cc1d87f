package dev.outlay.destination;

import dev.outlay.table.Checkpoint;
import dev.outlay.table.Rows;

/**
 * Rows on their way into the scope of one {@link Delivery}. Nobody else sees anything of them
 * before {@link #commit}. One thread at a time; every method may wait for the destination, so
 * memory stays bounded. Failures are {@link dev.outlay.failure.Failure.KeepFailed}, except where
 * said.
 */
public interface Load extends AutoCloseable {
  /**
   * Takes rows of a page, in any order and any number of calls.
   *
   * @param page the number of the page within the answer, so that a cut page can be taken back
   */
  void add(int page, Rows rows);

  /** Forgets the rows of that page and of all later ones; 0 forgets everything. */
  void discard(int page);

  /**
   * Applies the difference between the rows of the scope and the rows that came, together with the
   * checkpoint, or nothing at all. Committing the same rows again changes no row.
   *
   * @return what changed; when it is held nothing was applied, and the checkpoint was not kept
   * @throws dev.outlay.failure.Failure.Unreadable when two rows have one identity but different
   *     values and the table does not number its twins
   */
  Changes commit(Checkpoint after);

  /** Gives up what was not committed; harmless after a commit and when repeated. */
  @Override
  void close();
}
