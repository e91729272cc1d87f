package dev.outlay.destinations.search;

import dev.outlay.destination.Amendment;
import dev.outlay.destination.Changes;
import dev.outlay.destination.Delivery;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Rows;
import dev.outlay.table.Table;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Rows on their way into a cluster. They wait here until the commit; then the difference is
 * written, made visible, and the checkpoint comes last.
 */
final class SearchLoad implements Amendment {
  private static final String TRIED = "taking rows";
  private static final String COMMIT = "committing";

  /** Where a load goes, and who has to know when it is over. */
  record About(Site site, String prefix, ReentrantLock writing, Consumer<SearchLoad> whenOver) {}

  private final About about;
  private final Delivery delivery;
  private final boolean filling;
  private final Map<String, Arrivals> came = new HashMap<>();
  private final Map<String, Arrivals> gone = new HashMap<>();
  private volatile boolean over;

  SearchLoad(About about, Delivery delivery, boolean filling) {
    this.about = about;
    this.delivery = delivery;
    this.filling = filling;
  }

  @Override
  public void add(int page, Rows rows) {
    kept(
        TRIED,
        () -> {
          of(came, rows.table()).add(page, rows);
          return rows;
        });
  }

  @Override
  public void remove(Rows keys) {
    kept(
        TRIED,
        () -> {
          of(gone, keys.table()).add(0, keys);
          return keys;
        });
  }

  @Override
  public void discard(int page) {
    check(TRIED);
    came.values().forEach(each -> each.discard(page));
  }

  @Override
  public Changes commit(Checkpoint after) {
    Changes changes = kept(COMMIT, () -> committed(after));
    close();
    return changes;
  }

  @Override
  public void close() {
    over = true;
    about.whenOver().accept(this);
    came.values().forEach(Arrivals::close);
    gone.values().forEach(Arrivals::close);
  }

  private Changes committed(Checkpoint after) {
    about.writing().lock();
    try {
      Changes changes = Changes.NONE;
      for (Table table : delivery.tables()) {
        changes = changes.plus(applied(table));
      }
      new SearchCheckpoints(about.site(), about.prefix()).keep(delivery, after);
      return changes;
    } finally {
      about.writing().unlock();
    }
  }

  private Changes applied(Table table) {
    Index index = new Index(about.site(), table, Place.of(about.prefix(), table));
    index.refresh();
    SearchDifference difference =
        new SearchDifference(index, of(came, table), new Bulk(about.site(), index.place()));
    Changes changes =
        filling ? difference.fill(delivery.scope()) : difference.change(of(gone, table));
    index.refresh();
    return changes;
  }

  private static Arrivals of(Map<String, Arrivals> arrivals, Table table) {
    return arrivals.computeIfAbsent(table.name(), _ -> new Arrivals(table));
  }

  private <T> T kept(String tried, Supplier<T> work) {
    check(tried);
    try {
      return work.get();
    } catch (UncheckedIOException e) {
      throw about
          .site()
          .trouble()
          .because(
              tried,
              "the rows that wait could not be put into the temporary folder",
              "Make room there, or name another with TMPDIR. " + SearchTrouble.AGAIN,
              e);
    }
  }

  private void check(String tried) {
    if (over) {
      throw about.site().trouble().over(tried);
    }
    if (Thread.currentThread().isInterrupted()) {
      throw about.site().trouble().interrupted(tried);
    }
  }
}
