package dev.outlay.destinations.sql;

import dev.outlay.destination.Amendment;
import dev.outlay.destination.Delivery;
import dev.outlay.destination.Guarantee;
import dev.outlay.destination.Load;
import dev.outlay.destination.Mirror;
import dev.outlay.destination.Progress;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Series;
import dev.outlay.table.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A database as a mirror: rows are staged in a session of their own and compared there, so that
 * what is the same is not written; the difference and the checkpoint are one transaction.
 */
public final class SqlMirror implements Mirror {
  private static final String TRIED_CHECKPOINT = "reading how far it is";

  private final Dialect dialect;
  private final SqlTrouble trouble;
  private final Set<SqlLoad> open = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * @param name for failures, without a password
   */
  public SqlMirror(String name, Dialect dialect) {
    this.dialect = dialect;
    this.trouble = new SqlTrouble(name, dialect);
  }

  @Override
  public Guarantee guarantee() {
    return Guarantee.EXACTLY_ONCE;
  }

  @Override
  public void prepare(List<Table> tables) {
    inSession(
        "making the tables ready",
        session -> {
          Shelves shelves = new Shelves(dialect, trouble, session);
          SqlCheckpoints checkpoints = new SqlCheckpoints(dialect, session);
          checkpoints.make(shelves);
          shelves.prepare(tables, checkpoints);
          session.commit();
          return tables;
        });
  }

  @Override
  public Load begin(Delivery delivery) {
    return load(delivery, Apply.FILL);
  }

  @Override
  public Amendment amend(Delivery delivery) {
    return load(delivery, Apply.CHANGES);
  }

  @Override
  public Checkpoint of(String connection, Series series) {
    return inSession(
        TRIED_CHECKPOINT,
        session ->
            known(session)
                ? new SqlCheckpoints(dialect, session).of(connection, series)
                : Checkpoint.START);
  }

  @Override
  public Set<String> connections() {
    return progress().connections();
  }

  /** One session and one statement, where each {@link #of} takes one of its own. */
  @Override
  public Progress progress() {
    return inSession(
        TRIED_CHECKPOINT,
        session ->
            known(session) ? new SqlCheckpoints(dialect, session).all() : new CheckpointTexts());
  }

  @Override
  public void close() {
    closed.set(true);
    open.forEach(SqlLoad::close);
  }

  private boolean known(Connection session) throws SQLException {
    return !new Shelves(dialect, trouble, session).there(SqlCheckpoints.TABLE).isEmpty();
  }

  private SqlLoad load(Delivery delivery, Apply apply) {
    checkOpen("opening a load");
    SqlLoad load = new SqlLoad(dialect, trouble, delivery, apply, open::remove);
    open.add(load);
    return load;
  }

  private void checkOpen(String tried) {
    if (closed.get()) {
      throw trouble.because(tried, "it is closed", "Open it again.");
    }
  }

  private interface InSession<T> {
    T run(Connection session) throws SQLException;
  }

  private <T> T inSession(String tried, InSession<T> work) {
    checkOpen(tried);
    return trouble.ask(
        tried,
        () -> {
          try (Connection session = dialect.connect()) {
            T result = work.run(session);
            session.rollback();
            return result;
          }
        });
  }
}
