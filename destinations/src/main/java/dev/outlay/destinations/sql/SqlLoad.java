package dev.outlay.destinations.sql;

import dev.outlay.destination.Amendment;
import dev.outlay.destination.Changes;
import dev.outlay.destination.Delivery;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Rows;
import dev.outlay.table.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An open load with a session of its own, from its first row to its end. */
final class SqlLoad implements Amendment {
  private static final String TRIED = "taking rows";
  private static final String COMMIT = "keeping rows";

  private final Dialect dialect;
  private final SqlTrouble trouble;
  private final Delivery delivery;
  private final Apply apply;
  private final Consumer<SqlLoad> whenOver;
  private final Map<String, Stage> came = new HashMap<>();
  private final Map<String, Stage> gone = new HashMap<>();
  private @Nullable Connection session;
  private volatile boolean locked;
  private volatile boolean over;

  SqlLoad(
      Dialect dialect,
      SqlTrouble trouble,
      Delivery delivery,
      Apply apply,
      Consumer<SqlLoad> whenOver) {
    this.dialect = dialect;
    this.trouble = trouble;
    this.delivery = delivery;
    this.apply = apply;
    this.whenOver = whenOver;
  }

  @Override
  public void add(int page, Rows rows) {
    check();
    trouble.ask(
        TRIED,
        () -> {
          stage(rows.table()).add(page, rows);
          return rows;
        });
  }

  @Override
  public void remove(Rows keys) {
    check();
    trouble.ask(
        TRIED,
        () -> {
          removed(keys.table()).add(0, keys);
          return keys;
        });
  }

  @Override
  public void discard(int page) {
    check();
    trouble.ask(
        TRIED,
        () -> {
          for (Stage stage : came.values()) {
            stage.discard(page);
          }
          return page;
        });
  }

  @Override
  public Changes commit(Checkpoint after) {
    check();
    Changes changes = trouble.ask(COMMIT, () -> applied(after));
    close();
    return changes;
  }

  @Override
  public synchronized void close() {
    if (over) {
      return;
    }
    over = true;
    whenOver.accept(this);
    try {
      if (session != null) {
        session.rollback();
        session.close();
      }
    } catch (SQLException _) {
      // What was not committed is gone already.
    } finally {
      if (locked) {
        dialect.unlock();
      }
    }
  }

  private Changes applied(Checkpoint after) throws SQLException {
    Changes changes = Changes.NONE;
    for (Table table : delivery.tables()) {
      complete(table);
    }
    session().commit();
    dialect.lock(session());
    locked = true;
    for (Table table : delivery.tables()) {
      changes = changes.plus(applied(table));
    }
    new SqlCheckpoints(dialect, session()).keep(delivery.connection(), delivery.series(), after);
    session().commit();
    return changes;
  }

  private void complete(Table table) throws SQLException {
    if (!difference(table).isEmpty()) {
      stage(table).complete();
    }
    if (apply == Apply.CHANGES) {
      removed(table).complete();
    }
  }

  private Changes applied(Table table) throws SQLException {
    return switch (apply) {
      case FILL -> difference(table).fill(delivery.scope());
      case CHANGES -> difference(table).change(removed(table));
    };
  }

  private SqlDifference difference(Table table) throws SQLException {
    return new SqlDifference(dialect, session(), table, stage(table));
  }

  private Stage stage(Table table) throws SQLException {
    Stage stage = came.get(table.name());
    if (stage == null) {
      stage = new Stage(dialect, session(), "outlay_came_" + came.size(), table.columns());
      came.put(table.name(), stage);
    }
    return stage;
  }

  private Stage removed(Table table) throws SQLException {
    Stage stage = gone.get(table.name());
    if (stage == null) {
      stage = new Stage(dialect, session(), "outlay_gone_" + gone.size(), table.key());
      gone.put(table.name(), stage);
    }
    return stage;
  }

  private synchronized Connection session() throws SQLException {
    if (over) {
      throw trouble.because(TRIED, "the load is over", "Begin another.");
    }
    Connection open = session;
    if (open == null) {
      open = dialect.connect();
      session = open;
    }
    return open;
  }

  private void check() {
    if (over) {
      throw trouble.because(TRIED, "the load is over", "Begin another.");
    }
    if (Thread.currentThread().isInterrupted()) {
      throw trouble.because(TRIED, "it was interrupted", "Nothing of this load was kept.");
    }
  }
}
