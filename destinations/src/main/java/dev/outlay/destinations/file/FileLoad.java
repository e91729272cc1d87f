package dev.outlay.destinations.file;

import dev.outlay.destination.Amendment;
import dev.outlay.destination.Changes;
import dev.outlay.destination.Delivery;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Column;
import dev.outlay.table.Rows;
import dev.outlay.table.Table;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An open load: rows wait in the engine until they are compared with what is there. */
final class FileLoad implements Amendment {
  private static final String TRIED = "taking rows";
  private static final String COMMIT = "keeping rows";

  /** What the staged rows stand for. */
  enum Kind {
    FILL,
    CHANGES
  }

  private final Books books;
  private final Engine engine;
  private final Delivery delivery;
  private final Kind kind;
  private final String name;
  private final Consumer<FileLoad> whenOver;
  private final Map<String, Inbox> came = new HashMap<>();
  private final Map<String, Inbox> gone = new HashMap<>();
  private @Nullable Session session;
  private volatile boolean over;

  /**
   * @param name unique in the engine
   */
  FileLoad(
      Books books,
      Engine engine,
      Delivery delivery,
      Kind kind,
      String name,
      Consumer<FileLoad> whenOver) {
    this.books = books;
    this.engine = engine;
    this.delivery = delivery;
    this.kind = kind;
    this.name = name;
    this.whenOver = whenOver;
  }

  @Override
  public void add(int page, Rows rows) {
    asking(TRIED, () -> came(rows.table()).add(page, rows));
  }

  @Override
  public void remove(Rows keys) {
    asking(TRIED, () -> gone(keys.table()).add(0, keys));
  }

  @Override
  public void discard(int page) {
    asking(
        TRIED,
        () -> {
          for (Inbox inbox : came.values()) {
            inbox.discard(page);
          }
        });
  }

  @Override
  public Changes commit(Checkpoint after) {
    asking(COMMIT, this::complete);
    Changes changes = books.change(COMMIT, (before, load) -> next(before, load, after));
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
    try (Session _ = session) {
      for (Inbox inbox : came.values()) {
        inbox.close();
      }
      for (Inbox inbox : gone.values()) {
        inbox.close();
      }
    } catch (SQLException _) {
      // What was staged goes with the engine at the latest.
    }
  }

  private void complete() throws SQLException, IOException {
    for (Table table : delivery.tables()) {
      came(table).finish();
      gone(table).finish();
    }
  }

  private Books.Next<Changes> next(Manifest before, long load, Checkpoint after)
      throws IOException, SQLException {
    Writing writing =
        new Writing(session(), books.format(), books.layout(), books.place().work(), load);
    Manifest next = before.knowing(delivery.connection(), delivery.series(), after);
    Changes changes = Changes.NONE;
    for (Table table : delivery.tables()) {
      Difference.Outcome outcome = outcome(table, shelf(before, table), load, writing);
      next = next.with(outcome.shelf());
      changes = changes.plus(outcome.changes());
    }
    return new Books.Next<>(next, writing.fresh(), changes);
  }

  private Difference.Outcome outcome(Table table, Shelf shelf, long load, Writing writing)
      throws IOException, SQLException {
    Extent extent =
        switch (kind) {
          case FILL -> new Extent.Filled(delivery.scope());
          case CHANGES -> new Extent.Changed(gone(table));
        };
    Reading reading = new Reading(books.place(), books.format());
    return new Difference(session(), table, came(table), extent, reading, writing)
        .apply(shelf, books.place().folder(table.name(), load));
  }

  private Shelf shelf(Manifest manifest, Table table) {
    return manifest
        .shelf(table.name())
        .filter(shelf -> shelf.fields().containsAll(Field.of(table)))
        .orElseThrow(() ->
            books.trouble().because(COMMIT, table.name() + " was not made ready", "Report it."));
  }

  private Inbox came(Table table) throws SQLException, IOException {
    Optional<Field> day = new Shelf(table.name(), "", Field.of(table), List.of()).day();
    return inbox(came, "came", table, table.columns(), day);
  }

  private Inbox gone(Table table) throws SQLException, IOException {
    return inbox(gone, "gone", table, table.key(), Optional.empty());
  }

  private Inbox inbox(
      Map<String, Inbox> inboxes, String what, Table table, List<Column> kept, Optional<Field> day)
      throws SQLException, IOException {
    Inbox inbox = inboxes.get(table.name());
    if (inbox == null) {
      String unique = what + "_" + name + "_" + inboxes.size();
      inbox = new Inbox(session(), unique, table, kept, day);
      inboxes.put(table.name(), inbox);
    }
    return inbox;
  }

  private synchronized Session session() throws SQLException, IOException {
    check(TRIED);
    Session open = session;
    if (open == null) {
      open = engine.session(books.place().work());
      session = open;
    }
    return open;
  }

  /** One step with the engine. */
  private interface Step {
    void run() throws IOException, SQLException;
  }

  private void asking(String tried, Step step) {
    check(tried);
    books
        .trouble()
        .ask(
            tried,
            () -> {
              step.run();
              return tried;
            });
  }

  private void check(String tried) {
    if (over) {
      throw books.trouble().because(tried, "the load is over", "Begin another.");
    }
    if (Thread.currentThread().isInterrupted()) {
      throw books.trouble().because(tried, "it was interrupted", "Nothing of this load was kept.");
    }
  }
}
