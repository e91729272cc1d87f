package dev.outlay.destinations.search;

import dev.outlay.destination.Amendment;
import dev.outlay.destination.Delivery;
import dev.outlay.destination.Guarantee;
import dev.outlay.destination.Load;
import dev.outlay.destination.Mirror;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Series;
import dev.outlay.table.Table;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A cluster as a mirror: one index a table, one document a row, called by the identity of the row.
 * Commits of one mirror follow one another.
 */
public final class SearchMirror implements Mirror {
  private final Site site;
  private final String prefix;
  private final ReentrantLock writing = new ReentrantLock();
  private final Set<SearchLoad> open = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean closed = new AtomicBoolean();

  SearchMirror(Site site, String prefix) {
    this.site = site;
    this.prefix = prefix;
  }

  @Override
  public Guarantee guarantee() {
    return Guarantee.REPLACES;
  }

  @Override
  public void prepare(List<Table> tables) {
    check("making the indices ready");
    SearchCheckpoints checkpoints = new SearchCheckpoints(site, prefix);
    checkpoints.make();
    for (Table table : tables) {
      if (new Shelves(site, prefix).prepare(table)) {
        checkpoints.forget(table);
      }
    }
  }

  @Override
  public Load begin(Delivery delivery) {
    return load(delivery, true);
  }

  @Override
  public Amendment amend(Delivery delivery) {
    return load(delivery, false);
  }

  @Override
  public Checkpoint of(String connection, Series series) {
    check("reading how far it is");
    return new SearchCheckpoints(site, prefix).of(connection, series);
  }

  @Override
  public Set<String> connections() {
    check("reading how far it is");
    return new SearchCheckpoints(site, prefix).connections();
  }

  @Override
  public void close() {
    if (!closed.getAndSet(true)) {
      open.forEach(SearchLoad::close);
      site.close();
    }
  }

  private SearchLoad load(Delivery delivery, boolean filling) {
    check("opening a load");
    SearchLoad load =
        new SearchLoad(
            new SearchLoad.About(site, prefix, writing, open::remove), delivery, filling);
    open.add(load);
    return load;
  }

  private void check(String tried) {
    if (closed.get()) {
      throw site.trouble().because(tried, "it is closed", "Open it again.");
    }
  }
}
