package dev.outlay.quality;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Some revisions.
 *
 * @param revisions the latest first; those of one row stand together
 * @param next where the next page begins; empty at the end
 */
public record RevisionPage(List<Revision> revisions, Optional<Place> next) {
  /** The last row of a page: when it was closed, its table and its id. */
  public record Place(Instant closed, String table, String rowId) {}
}
