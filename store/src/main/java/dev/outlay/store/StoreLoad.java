package dev.outlay.store;

import dev.outlay.destination.Changes;
import dev.outlay.destination.Load;
import dev.outlay.failure.Failure;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Rows;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An open load, as the reader sees it: a few batches ahead of the lane, never more. */
final class StoreLoad implements Load {
  private static final int AHEAD = 2;
  private static final String TRIED = "taking rows";

  private final Lane lane;
  private final Opening opening;
  private final Trouble trouble;
  private final Inflow.About about;
  private final List<Kept> tables;
  private final GroupCommit group;
  private final ReentrantLock writer;
  private final Semaphore room = new Semaphore(AHEAD);
  private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
  private final Runnable whenKept;
  private final Consumer<StoreLoad> whenOver;
  private final AtomicBoolean over = new AtomicBoolean();

  /** The rows as long as they are few; the reader's alone. */
  private Optional<SmallAnswer> small = Optional.of(new SmallAnswer());

  /** Whether the lane was ever asked to do anything. */
  private volatile boolean begun;

  /** The lane's alone. */
  private @Nullable Inflow inflow;

  private RuntimeException interrupted() {
    return trouble.because(TRIED, "it was interrupted", "Nothing of this load was kept.");
  }

  private record Came(Changes changes, boolean written) {}

  /** Opens the load where the first row, or the commit, finds none. */
  interface Opening {
    Inflow open() throws SQLException;
  }

  StoreLoad(
      Lane lane,
      Opening opening,
      Trouble trouble,
      Inflow.About about,
      List<Kept> tables,
      GroupCommit group,
      ReentrantLock writer,
      Runnable whenKept,
      Consumer<StoreLoad> whenOver) {
    this.lane = lane;
    this.opening = opening;
    this.trouble = trouble;
    this.about = about;
    this.tables = tables;
    this.group = group;
    this.writer = writer;
    this.whenKept = whenKept;
    this.whenOver = whenOver;
  }

  boolean isOf(String id) {
    return about.delivery().connection().equals(id);
  }

  @Override
  public void add(int page, Rows rows) {
    check();
    if (Thread.currentThread().isInterrupted()) {
      throw interrupted();
    }
    if (small.isEmpty() || !small.get().take(page, rows)) {
      spill();
      send(page, rows);
    }
  }

  /** It is a large answer: what was held goes where the rest goes. */
  private void spill() {
    small.ifPresent(answer -> answer.parts().forEach(part -> send(part.page(), part.rows())));
    small = Optional.empty();
  }

  private void send(int page, Rows rows) {
    begun = true;
    try {
      room.acquire();
      lane.send(() -> take(page, rows));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw interrupted();
    } catch (RejectedExecutionException _) {
      throw trouble.because(TRIED, "the store is closed", "Open it again.");
    }
  }

  @Override
  public void discard(int page) {
    check();
    if (small.isPresent()) {
      small.get().discard(page);
      return;
    }
    begun = true;
    lane.ask(
        "forgetting rows",
        () -> {
          checkTaken();
          inflow().discard(page);
          return page;
        });
  }

  @Override
  public Changes commit(Checkpoint after) {
    check();
    return small
        .map(answer -> commit(after, answer, answer.digest()))
        .orElseGet(() -> commit(after, List.of()));
  }

  private Changes commit(Checkpoint after, SmallAnswer answer, String digest) {
    if (isSame(after, digest)) {
      close();
      long rows = answer.parts().stream().mapToLong(part -> part.rows().size()).sum();
      return new Changes(rows, 0, 0, 0, false);
    }
    Changes changes = grouped(after, answer).orElseGet(() -> commit(after, answer.parts()));
    if (!changes.held()) {
      about.remember(digest);
    }
    return changes;
  }

  private Optional<Changes> grouped(Checkpoint after, SmallAnswer answer) {
    SmallLoad load = new SmallLoad(about, tables, answer, after);
    Optional<Changes> changes = load.isPlain() ? group.keep(load) : Optional.empty();
    changes.ifPresent(_ -> close());
    return changes;
  }

  private boolean isSame(Checkpoint after, String digest) {
    writer.lock();
    try {
      boolean same = about.isSame(digest);
      if (same) {
        about.nothingNew(after);
      }
      return same;
    } finally {
      writer.unlock();
    }
  }

  private Changes commit(Checkpoint after, List<SmallAnswer.Part> parts) {
    begun = true;
    Came kept = lane.ask("keeping rows", () -> keep(after, parts));
    close();
    if (kept.written) {
      whenKept.run();
    }
    return kept.changes;
  }

  private Came keep(Checkpoint after, List<SmallAnswer.Part> parts) throws SQLException {
    checkTaken();
    for (SmallAnswer.Part part : parts) {
      inflow().add(part.page(), part.rows());
    }
    return new Came(inflow().commit(after, about.delivery().connection()), inflow().hasWritten());
  }

  @Override
  public void close() {
    if (!over.getAndSet(true)) {
      whenOver.accept(this);
      if (begun) {
        closeInflow();
      }
    }
  }

  private void closeInflow() {
    try {
      lane.ask(
          "closing a load",
          () -> {
            if (inflow != null) {
              inflow.close();
            }
            return true;
          });
    } catch (Failure _) {
      // What was not committed is gone already.
    }
  }

  /** Whoever waits for a turn to ask holds nothing of the engine. */
  private Inflow inflow() throws SQLException {
    Inflow open = inflow;
    if (open == null) {
      open = opening.open();
      inflow = open;
    }
    return open;
  }

  private void take(int page, Rows rows) {
    try {
      if (broken.get() == null) {
        inflow().add(page, rows);
      }
    } catch (SQLException | RuntimeException | Error e) {
      broken.compareAndSet(null, e);
    } finally {
      room.release();
    }
  }

  private void check() {
    if (over.get()) {
      throw trouble.because(TRIED, "the load is over", "Report it: it is a mistake.");
    }
    checkTaken();
  }

  private void checkTaken() {
    Throwable reason = broken.get();
    if (reason != null) {
      throw trouble.of(TRIED, reason);
    }
  }
}
