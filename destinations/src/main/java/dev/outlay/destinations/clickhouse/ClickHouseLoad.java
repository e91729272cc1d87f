package dev.outlay.destinations.clickhouse;

import dev.outlay.destination.Amendment;
import dev.outlay.destination.Changes;
import dev.outlay.destination.Delivery;
import dev.outlay.failure.Failure.KeepFailed;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Column;
import dev.outlay.table.Rows;
import dev.outlay.table.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** An open load: its rows are staged on the server from the first to the end. */
final class ClickHouseLoad implements Amendment {
  private static final String TRIED = "taking rows";

  private final Server server;
  private final ClickHouseSql sql;
  private final Delivery delivery;
  private final boolean changes;
  private final ReentrantLock writing;
  private final Consumer<ClickHouseLoad> whenOver;
  private final String token = UUID.randomUUID().toString().substring(0, 13).replace("-", "");
  private final Map<String, Stage> came = new HashMap<>();
  private final Map<String, Stage> gone = new HashMap<>();
  private volatile boolean over;

  ClickHouseLoad(
      Server server,
      ClickHouseSql sql,
      Delivery delivery,
      boolean changes,
      ReentrantLock writing,
      Consumer<ClickHouseLoad> whenOver) {
    this.server = server;
    this.sql = sql;
    this.delivery = delivery;
    this.changes = changes;
    this.writing = writing;
    this.whenOver = whenOver;
  }

  @Override
  public void add(int page, Rows rows) {
    check();
    came(rows.table()).add(page, rows);
  }

  @Override
  public void remove(Rows keys) {
    check();
    gone(keys.table()).add(0, keys);
  }

  @Override
  public void discard(int page) {
    check();
    came.values().forEach(stage -> stage.discard(page));
  }

  @Override
  public Changes commit(Checkpoint after) {
    check();
    Changes applied = applied(after);
    close();
    return applied;
  }

  @Override
  public synchronized void close() {
    if (over) {
      return;
    }
    over = true;
    whenOver.accept(this);
    try {
      Stream.concat(came.values().stream(), gone.values().stream()).forEach(Stage::close);
    } catch (KeepFailed _) {
      // What is left behind is swept a day later.
    }
  }

  /** One at a time of this process; nothing keeps another process from the same tables. */
  private Changes applied(Checkpoint after) {
    writing.lock();
    try {
      Changes all =
          delivery.tables().stream().map(this::applied).reduce(Changes.NONE, Changes::plus);
      new Kept(server, sql).keep(delivery.connection(), delivery.series(), after);
      return all;
    } finally {
      writing.unlock();
    }
  }

  private Changes applied(Table table) {
    Difference difference = new Difference(server, sql, table, came(table));
    return changes ? difference.change(gone(table)) : difference.fill(delivery.scope());
  }

  private Stage came(Table table) {
    return staged(came, "c", table, table.columns());
  }

  private Stage gone(Table table) {
    return staged(gone, "g", table, table.key());
  }

  private synchronized Stage staged(
      Map<String, Stage> stages, String kind, Table table, List<Column> columns) {
    check();
    return stages.computeIfAbsent(
        table.name(), _ -> new Stage(server, sql, token + kind + stages.size(), columns));
  }

  private void check() {
    if (over) {
      throw server.because(TRIED, "the load is over", "Begin another.");
    }
    if (Thread.currentThread().isInterrupted()) {
      throw server.because(TRIED, "it was interrupted", "Nothing of this load was kept.");
    }
  }
}
