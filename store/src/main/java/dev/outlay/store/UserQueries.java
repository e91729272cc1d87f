package dev.outlay.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs what users write, each on a thread and a session of its own. */
final class UserQueries implements AutoCloseable {
  private static final int AT_ONCE = 4;
  private static final String TOO_LONG =
      "The query took longer than it may and was stopped; ask for less, or allow more time.";

  private final Database database;
  private final Trouble trouble;
  private final Semaphore places = new Semaphore(AT_ONCE, true);
  private volatile boolean closed;

  UserQueries(Database database, Trouble trouble) {
    this.database = database;
    this.trouble = trouble;
  }

  void run(String sql, QueryLimits limits, ResultSink sink) {
    inOwnSession(
        limits,
        (session, stopped) -> {
          session.run("BEGIN TRANSACTION READ ONLY");
          String checked = new UserStatement(session, sql).checked();
          stream(session, checked, stopped, sink);
        });
  }

  void export(String sql, QueryLimits limits, Path file) {
    Path scratch = database.exports().resolve(UUID.randomUUID() + ".parquet");
    try {
      inOwnSession(
          limits,
          (session, _) -> {
            session.run("BEGIN TRANSACTION READ ONLY");
            String checked = new UserStatement(session, sql).checkedSelect();
            session.run(
                "COPY ("
                    + checked
                    + "\n) TO "
                    + Sql.text(scratch.toString())
                    + " (FORMAT parquet, COMPRESSION zstd)");
          });
      Files.move(scratch, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw trouble.because(
          "writing " + file, "the file could not be written", "Name another file.");
    } finally {
      scratch.toFile().delete();
    }
  }

  private static void stream(Session session, String sql, AtomicBoolean stopped, ResultSink sink)
      throws SQLException {
    try {
      new Streamed(session, sql, stopped).to(sink);
    } catch (SQLException e) {
      throw stopped.get() ? e : new LostWords(session, sql).of(e);
    }
  }

  /** Whoever still asks is waited for: a session left open would keep the file. */
  @Override
  public void close() {
    places.acquireUninterruptibly(AT_ONCE);
    closed = true;
    places.release(AT_ONCE);
  }

  /** What a user's statement needs. */
  private interface Asking {
    void ask(Session session, AtomicBoolean stopped) throws SQLException;
  }

  private void inOwnSession(QueryLimits limits, Asking asking) {
    places.acquireUninterruptibly();
    try (Lane lane = new Lane("store-query", trouble)) {
      if (closed) {
        throw trouble.because("running a query", "the store is closed", "Open it again.");
      }
      AtomicBoolean stopped = new AtomicBoolean();
      lane.ask(
          "running a query",
          () -> {
            try (Session session = database.session();
                Watchdog _ = new Watchdog(session, limits.time(), stopped)) {
              ask(session, asking, stopped);
              return true;
            }
          });
    } finally {
      places.release();
    }
  }

  private void ask(Session session, Asking asking, AtomicBoolean stopped) {
    try {
      asking.ask(session, stopped);
      if (stopped.get()) {
        throw new QueryRefused(TOO_LONG);
      }
    } catch (SQLException e) {
      throw stopped.get() ? new QueryRefused(TOO_LONG, e) : EngineWords.refused(e);
    } finally {
      session.abandon();
    }
  }
}
