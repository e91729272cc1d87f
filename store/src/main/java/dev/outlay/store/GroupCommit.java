package dev.outlay.store;

import dev.outlay.destination.Changes;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps small loads, all that came while the last ones were kept in one transaction: with many
 * connections a transaction for each would be most of the work. Safe for use by many threads.
 */
final class GroupCommit implements AutoCloseable {
  private static final int LOADS = 256;
  private static final int ROWS = 20_000;

  private record Waiting(SmallLoad load, CompletableFuture<Optional<Changes>> kept) {}

  private final Lane lane;
  private final Database database;
  private final Claims claims;
  private final Trouble trouble;
  private final Runnable whenKept;
  private final Deque<Waiting> queue = new ArrayDeque<>();

  /** The lane's alone, as long as there is one. */
  private @Nullable Session session;

  GroupCommit(Database database, Claims claims, Trouble trouble, Runnable whenKept) {
    this.lane = new Lane("store-group", trouble);
    this.database = database;
    this.claims = claims;
    this.trouble = trouble;
    this.whenKept = whenKept;
  }

  /** Waits until it is kept; nothing where it must be looked at alone. */
  Optional<Changes> keep(SmallLoad load) {
    Waiting waiting = new Waiting(load, new CompletableFuture<>());
    synchronized (queue) {
      queue.add(waiting);
    }
    try {
      lane.send(this::some);
    } catch (RejectedExecutionException _) {
      throw trouble.because("keeping rows", "the store is closed", "Open it again.");
    }
    return lane.result("keeping rows", waiting.kept);
  }

  /** There is one call for each that waits; who was kept with others leaves it nothing to do. */
  private void some() {
    List<Waiting> chosen = chosen();
    Map<Integer, Changes> kept = Map.of();
    try {
      kept = chosen.isEmpty() ? kept : kept(chosen.stream().map(Waiting::load).toList());
    } finally {
      for (int i = 0; i < chosen.size(); i++) {
        chosen.get(i).kept.complete(Optional.ofNullable(kept.get(i)));
      }
    }
  }

  private List<Waiting> chosen() {
    List<Waiting> chosen = new ArrayList<>();
    Companions companions = new Companions();
    long rows = 0;
    synchronized (queue) {
      for (Iterator<Waiting> each = queue.iterator();
          each.hasNext() && chosen.size() < LOADS && rows < ROWS; ) {
        Waiting next = each.next();
        if (companions.take(next.load)) {
          chosen.add(next);
          rows += next.load.rows();
          each.remove();
        }
      }
    }
    return chosen;
  }

  /** Where it fails each is tried alone, so that the one that is to blame is told so. */
  private Map<Integer, Changes> kept(List<SmallLoad> loads) {
    claims.writer().lock();
    try {
      Group group = new Group(session(), claims, loads);
      Map<Integer, Changes> kept = group.keep();
      if (group.hasWritten()) {
        whenKept.run();
      }
      return kept;
    } catch (SQLException | RuntimeException _) {
      forgetSession();
      return Map.of();
    } finally {
      claims.writer().unlock();
    }
  }

  /** What it left half made is gone with it. */
  private void forgetSession() {
    try {
      if (session != null) {
        session.close();
      }
    } catch (SQLException _) {
      // The next one is another.
    }
    session = null;
  }

  private Session session() throws SQLException {
    Session open = session;
    if (open == null) {
      open = database.session();
      session = open;
    }
    return open;
  }

  /** What waits is kept first. */
  @Override
  public void close() {
    lane.close();
    forgetSession();
  }
}
