package dev.outlay.store;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the program itself reads: sessions that stay open, each on a thread of its own, without the
 * walls that stand around what a user writes. Who finds none free waits.
 */
final class Reads implements Answers {
  private static final String TRIED = "reading it";

  /** A thread and its session, which is opened when it is first needed. */
  private static final class Reader {
    private final Lane lane;
    private final Database database;
    private @Nullable Session session;

    Reader(Lane lane, Database database) {
      this.lane = lane;
      this.database = database;
    }

    void begin() {
      lane.ask(
          TRIED,
          () -> {
            session().run("BEGIN TRANSACTION READ ONLY");
            return true;
          });
    }

    void query(String sql, ResultSink sink) {
      lane.ask(
          TRIED,
          () -> {
            new Streamed(session(), sql, new AtomicBoolean()).to(sink);
            return true;
          });
    }

    void end() {
      lane.ask(
          TRIED,
          () -> {
            session().abandon();
            return true;
          });
    }

    void close() {
      lane.ask(
          TRIED,
          () -> {
            if (session != null) {
              session.close();
            }
            return true;
          });
      lane.close();
    }

    private Session session() throws SQLException {
      if (session == null) {
        session = database.session();
      }
      return session;
    }
  }

  private final Trouble trouble;
  private final List<Reader> readers;
  private final BlockingQueue<Reader> idle;
  private final AtomicBoolean closed = new AtomicBoolean();

  Reads(Database database, Trouble trouble, int readers) {
    this.trouble = trouble;
    this.readers =
        IntStream.rangeClosed(1, readers)
            .mapToObj(i -> new Reader(new Lane("store-read-" + i, trouble), database))
            .toList();
    this.idle = new ArrayBlockingQueue<>(readers, true, this.readers);
  }

  @Override
  public void query(String sql, ResultSink sink) {
    try (Answers moment = snapshot()) {
      moment.query(sql, sink);
    }
  }

  @Override
  public Answers snapshot() {
    Reader reader = take();
    try {
      reader.begin();
    } catch (RuntimeException e) {
      idle.add(reader);
      throw e;
    }
    return held(reader);
  }

  private Answers held(Reader reader) {
    AtomicBoolean returned = new AtomicBoolean();
    return new Answers() {
      @Override
      public void query(String sql, ResultSink sink) {
        reader.query(sql, sink);
      }

      @Override
      public Answers snapshot() {
        throw new IllegalStateException("this is one moment already");
      }

      @Override
      public void close() {
        if (!returned.getAndSet(true)) {
          try {
            reader.end();
          } finally {
            idle.add(reader);
          }
        }
      }
    };
  }

  /** Whoever reads still is waited for: a session left open would keep the file. */
  @Override
  public void close() {
    if (!closed.getAndSet(true)) {
      readers.forEach(_ -> waitFor());
      readers.forEach(Reader::close);
      // Those that waited meanwhile find it closed.
      idle.addAll(readers);
    }
  }

  private Reader take() {
    if (closed.get()) {
      throw trouble.because(TRIED, "the store is closed", "Open it again.");
    }
    return waitFor();
  }

  private Reader waitFor() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return idle.take();
        } catch (InterruptedException _) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
