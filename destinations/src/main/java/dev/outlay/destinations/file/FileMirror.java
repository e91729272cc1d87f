package dev.outlay.destinations.file;

import dev.outlay.destination.Amendment;
import dev.outlay.destination.Delivery;
import dev.outlay.destination.Guarantee;
import dev.outlay.destination.Load;
import dev.outlay.destination.Mirror;
import dev.outlay.destination.Progress;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Series;
import dev.outlay.table.Table;
import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Files as a mirror: rows wait in an engine of its own, are compared with the files they concern,
 * and the days that differ are written anew. New files, and the manifest that names them together
 * with the checkpoint, are one step.
 */
public final class FileMirror implements Mirror {
  private static final String READY = "making the tables ready";

  private final Guarantee guarantee;
  private final Books books;
  private final Engine engine;
  private final Set<FileLoad> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger loads = new AtomicInteger();
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * @param name for failures, without secrets
   */
  public FileMirror(
      String name,
      Guarantee guarantee,
      Place place,
      Format format,
      Layout layout,
      InstantSource clock) {
    this.guarantee = guarantee;
    this.engine = new Engine(format.threads());
    this.books = new Books(place, new FileTrouble(name), format, layout, clock);
  }

  @Override
  public Guarantee guarantee() {
    return guarantee;
  }

  @Override
  public void prepare(List<Table> tables) {
    checkOpen(READY);
    books.change(READY, (before, load) -> new Preparation(books, engine, load).of(before, tables));
  }

  @Override
  public Load begin(Delivery delivery) {
    return load(delivery, FileLoad.Kind.FILL);
  }

  @Override
  public Amendment amend(Delivery delivery) {
    return load(delivery, FileLoad.Kind.CHANGES);
  }

  @Override
  public Checkpoint of(String connection, Series series) {
    return progress().of(connection, series);
  }

  @Override
  public Set<String> connections() {
    return progress().connections();
  }

  /** The manifest, read once. */
  @Override
  public Progress progress() {
    checkOpen("reading how far it is");
    return books.current("reading how far it is");
  }

  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    open.forEach(FileLoad::close);
    try (Place _ = books.place();
        Engine _ = engine) {
      // Both have to go, in this order: the engine writes in the place's folder for work.
    } catch (IOException | SQLException e) {
      throw books.trouble().of("closing it", e);
    }
  }

  private FileLoad load(Delivery delivery, FileLoad.Kind kind) {
    checkOpen("opening a load");
    String name = Integer.toString(loads.incrementAndGet());
    FileLoad load = new FileLoad(books, engine, delivery, kind, name, open::remove);
    open.add(load);
    return load;
  }

  private void checkOpen(String tried) {
    if (closed.get()) {
      throw books.trouble().because(tried, "it is closed", "Open it again.");
    }
  }
}
