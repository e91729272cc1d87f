package dev.outlay.admin;

import dev.outlay.dataset.Misfit;
import dev.outlay.dataset.Node;
import dev.outlay.source.Answer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the pages of one answer belong together and are all of it. A check lives as long as the
 * answer; what a page told it is taken back when the page is read again.
 */
interface Check {
  /** A page is about to be read, perhaps again. */
  void pageBegins();

  /** The object round the items is complete enough to be read; throws {@link Misfit}. */
  default void outer(Node outer) {}

  /** Whether the row is to be kept; throws {@link Misfit} when it cannot belong here. */
  boolean keep(@Nullable Object[] cells);

  /** The page was read whole; throws {@link Misfit} when it cannot follow the ones before. */
  void pageEnds(boolean more);

  /** All pages came. */
  Answer answer(Instant serverTime, Node envelope);
}
