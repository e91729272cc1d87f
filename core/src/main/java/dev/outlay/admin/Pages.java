package dev.outlay.admin;

import dev.outlay.dataset.Misfit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fingerprints of the pages of an answer: the same rows twice are not two pages. */
final class Pages {
  private final Set<Long> seen = new HashSet<>();
  private long page;
  private boolean empty = true;

  void begins() {
    page = 0;
    empty = true;
  }

  /** Rows may come in any order, so the order does not count. */
  void row(@Nullable Object[] cells) {
    page += Arrays.hashCode(cells) * 0x9E3779B97F4A7C15L;
    empty = false;
  }

  void ends(boolean more) {
    if (empty && more) {
      throw new Misfit("data", "an empty page promises more");
    }
    if (!empty && !seen.add(page)) {
      throw new Misfit("data", "the same page came twice");
    }
  }
}
