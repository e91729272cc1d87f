package dev.outlay.destinations.clickhouse;

import dev.outlay.destination.Amendment;
import dev.outlay.destination.Delivery;
import dev.outlay.destination.Guarantee;
import dev.outlay.destination.Load;
import dev.outlay.destination.Mirror;
import dev.outlay.destination.Progress;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Series;
import dev.outlay.table.Table;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A ClickHouse database as a mirror. It has no transactions: the checkpoint is written last, so a
 * load that was cut short is made again and nothing is counted twice.
 */
public final class ClickHouseMirror implements Mirror {
  private final Server server;
  private final ClickHouseSql sql;
  private final Kept kept;
  private final Set<ClickHouseLoad> open = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final ReentrantLock writing = new ReentrantLock();

  public ClickHouseMirror(Server server, String database) {
    this.server = server;
    this.sql = new ClickHouseSql(database);
    this.kept = new Kept(server, sql);
  }

  @Override
  public Guarantee guarantee() {
    return Guarantee.REPLACES;
  }

  @Override
  public void prepare(List<Table> tables) {
    check("making the tables ready");
    Shelves shelves = new Shelves(server, sql, kept);
    shelves.make();
    tables.forEach(shelves::prepare);
  }

  @Override
  public Load begin(Delivery delivery) {
    return load(delivery, false);
  }

  @Override
  public Amendment amend(Delivery delivery) {
    return load(delivery, true);
  }

  @Override
  public Checkpoint of(String connection, Series series) {
    check("reading how far it is");
    return kept.of(connection, series);
  }

  @Override
  public Set<String> connections() {
    return progress().connections();
  }

  @Override
  public Progress progress() {
    check("reading how far it is");
    return kept.all();
  }

  @Override
  public void close() {
    closed.set(true);
    open.forEach(ClickHouseLoad::close);
  }

  private ClickHouseLoad load(Delivery delivery, boolean changes) {
    check("opening a load");
    ClickHouseLoad load = new ClickHouseLoad(server, sql, delivery, changes, writing, open::remove);
    open.add(load);
    return load;
  }

  private void check(String tried) {
    if (closed.get()) {
      throw server.because(tried, "it is closed", "Open it again.");
    }
  }
}
