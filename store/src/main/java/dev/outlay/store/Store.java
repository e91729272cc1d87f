package dev.outlay.store;

import dev.outlay.destination.Checkpoints;
import dev.outlay.destination.Delivery;
import dev.outlay.destination.Destination;
import dev.outlay.destination.Guarantee;
import dev.outlay.destination.Load;
import dev.outlay.failure.Failure;
import dev.outlay.sync.DatasetReport;
import dev.outlay.sync.SyncLog;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Series;
import dev.outlay.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * The embedded store: one file, one process, one writer. Rows are kept with their history; what a
 * person sees are the views of {@code schema.sql}. Safe for use by many threads, virtual ones too:
 * the engine runs on platform threads of the store's own. All times are UTC and handed in.
 *
 * <p>Failures are {@link dev.outlay.failure.Failure.KeepFailed} with the name {@code store FILE},
 * except where said.
 */
public final class Store implements Destination, Checkpoints, SyncLog {
  /** As many as can do something at once on a small machine, and one to spare. */
  private static final int READERS = 3;

  private final Trouble trouble;
  private final StoreSettings settings;
  private final Database database;
  private final Catalogue catalogue;
  private final List<Lane> lanes;
  private final Lane desk;
  private final GroupCommit group;
  private final AtomicInteger next = new AtomicInteger();
  private final Session session;
  private final Registry registry;
  private final Claims claims;
  private final KnownCheckpoints checkpoints = new KnownCheckpoints();
  private final LastAnswers answers = new LastAnswers();
  private final Pulse pulse;
  private final UserQueries queries;
  private final Reads reads;
  private final Set<StoreLoad> open = ConcurrentHashMap.newKeySet();
  private final AtomicLong runs;
  private final Map<Long, RunNote> begun = new ConcurrentHashMap<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  /** The day on which old runs were last forgotten; the writer's alone. */
  private Instant forgotten = Instant.EPOCH;

  private Store(Path file, StoreSettings settings, Trouble trouble, Lane desk) throws SQLException {
    this.trouble = trouble;
    this.settings = settings;
    this.desk = desk;
    this.database = new Opening(file, trouble).open(settings);
    this.session = database.session();
    try {
      new Migrations(session, trouble).run();
      this.registry = new Registry(session, trouble);
      long newest = session.number("SELECT max(load_seq) FROM app.checkpoints");
      this.claims = new Claims(newest);
      this.pulse = new Pulse(newest);
      this.runs = new AtomicLong(new SyncTable(session).newest());
    } catch (SQLException | RuntimeException e) {
      session.close();
      database.close();
      throw e;
    }
    this.catalogue = new Catalogue(trouble);
    this.queries = new UserQueries(database, trouble);
    this.reads = new Reads(database, trouble, READERS);
    this.group = new GroupCommit(database, claims, trouble, pulse::beat);
    this.lanes =
        IntStream.range(0, settings.lanes())
            .mapToObj(i -> new Lane("store-" + (i + 1), trouble))
            .toList();
  }

  /**
   * Opens the file, which is made when it is not there.
   *
   * @throws StoreBusy when another process has it open
   */
  public static Store open(Path file, StoreSettings settings) {
    Trouble trouble = new Trouble(file);
    Lane desk = new Lane("store-0", trouble);
    try {
      return desk.ask("opening it", () -> new Store(file, settings, trouble, desk));
    } catch (RuntimeException e) {
      desk.close();
      throw e;
    }
  }

  /** Loads the engine, which takes most of the time that opening a store does; opens none. */
  public static void warmUp() {
    try {
      Engine.begin(StoreSettings.DEFAULT.threads(), StoreSettings.DEFAULT.memoryMegabytes())
          .close();
    } catch (SQLException _) {
      // Whoever opens a store meets it again, and says so.
    }
  }

  /** Where it is. */
  public Path file() {
    return trouble.file();
  }

  @Override
  public Guarantee guarantee() {
    return Guarantee.EXACTLY_ONCE;
  }

  @Override
  public void prepare(List<Table> tables) {
    if (closed.get() || !catalogue.has(tables)) {
      write(
          "making the tables ready",
          () -> {
            catalogue.prepare(session, tables);
            return tables;
          });
    }
  }

  @Override
  public Load begin(Delivery delivery) {
    if (closed.get()) {
      throw trouble.because("opening a load", "the store is closed", "Open it again.");
    }
    List<Kept> kept = Inflow.kept(catalogue, delivery);
    int connection = numbered(delivery.connection());
    Lane lane = lanes.get(Math.floorMod(next.getAndIncrement(), lanes.size()));
    Inflow.About about =
        new Inflow.About(
            delivery,
            connection,
            checkpoints,
            answers,
            () -> registry.isStill(delivery.connection(), connection));
    StoreLoad load =
        new StoreLoad(
            lane,
            () -> new Inflow(database.session(), claims, about, kept),
            trouble,
            about,
            kept,
            group,
            claims.writer(),
            pulse::beat,
            open::remove);
    open.add(load);
    return load;
  }

  @Override
  public Checkpoint of(String connection, Series series) {
    Optional<Integer> number = registry.number(connection);
    return number.isEmpty()
        ? Checkpoint.START
        : checkpoints.of(
            number.get(),
            series,
            () -> desk.ask("reading how far it is known", () -> CheckpointTable.all(session)));
  }

  @Override
  public long began(String connection, String dataset, Instant at) {
    long id = newRun();
    RunNote note = new RunNote(id, connection, dataset, at, Optional.empty());
    numbered(connection);
    note(List.of(note));
    begun.put(id, note);
    return id;
  }

  @Override
  public void ended(long id, DatasetReport report, Instant at) {
    RunNote note = begun.remove(id);
    if (note != null) {
      RunNote.Ended ended = new RunNote.Ended(report, at);
      note(
          List.of(
              new RunNote(
                  id, note.connection(), note.dataset(), note.began(), Optional.of(ended))));
    }
  }

  /** A number for the next run: greater than that of any before. */
  public long newRun() {
    return runs.incrementAndGet();
  }

  /**
   * Notes runs, any number in one transaction; what was noted of one before is replaced. Runs of
   * connections that are not known, because they were removed, are passed over. What is older than
   * 90 days is forgotten, once a day. With it goes how far series are known that were read and had
   * nothing new.
   */
  public void note(List<RunNote> runs) {
    Map<RunNote, Integer> known = new LinkedHashMap<>();
    runs.forEach(run -> registry.number(run.connection()).ifPresent(at -> known.put(run, at)));
    if (!known.isEmpty() || checkpoints.hasUnwritten()) {
      write("noting runs", () -> noted(known));
      pulse.beat();
    }
  }

  private int noted(Map<RunNote, Integer> runs) throws SQLException {
    Map<KnownCheckpoints.Place, Checkpoint> unwritten = checkpoints.unwritten();
    session.atomically(() -> {
      new CheckpointBatch(session).keep(unwritten, 0);
      if (!runs.isEmpty()) {
        note(runs);
      }
      return unwritten;
    });
    claims.known(unwritten.keySet());
    checkpoints.written(unwritten);
    return runs.size();
  }

  private void note(Map<RunNote, Integer> runs) throws SQLException {
    SyncTable table = new SyncTable(session);
    Instant day = runs.keySet().iterator().next().began().truncatedTo(ChronoUnit.DAYS);
    if (!day.equals(forgotten)) {
      table.forgetBefore(runs.keySet().iterator().next().began());
      forgotten = day;
    }
    table.note(runs);
  }

  /**
   * Makes a connection known, renames it, or only confirms it.
   *
   * @param id its id, or empty: then the one that has the name, or a new one
   * @param name unique among the connections
   * @param organizationId whose key it is; one organization is collected once, and a connection
   *     never changes its organization
   */
  public ConnectionRow connect(Optional<String> id, String name, String organizationId) {
    ConnectionRow row =
        new ConnectionRow(
            id.or(() -> registry.named(name).map(ConnectionRow::id)).orElseGet(settings.ids()),
            name,
            organizationId);
    return registry.isKnown(row)
        ? row
        : write("adding the connection " + name, () -> registry.connect(session, row));
  }

  /**
   * Forgets a connection with everything that is kept of it, history and runs too, in one
   * transaction; no other is touched. Harmless where it is not known. Whoever still reads for it
   * keeps nothing more.
   */
  public void remove(String id) {
    open.stream().filter(load -> load.isOf(id)).forEach(StoreLoad::close);
    write(
        "removing a connection",
        () -> {
          Optional<Integer> number = registry.number(id);
          if (number.isPresent()) {
            session.atomically(() -> {
              new Removal(session).of(number.get());
              registry.remove(session, number.get());
              return number;
            });
            registry.removed(number.get());
            checkpoints.forget(number.get());
            answers.forget(number.get());
          }
          return number;
        });
    pulse.beat();
  }

  /** When a dataset of a connection was last read, however much of it. */
  public record LastRead(String connection, String dataset, Instant at) {}

  /** The last read of each dataset of each connection that was ever read. */
  public List<LastRead> lastReads() {
    note(List.of());
    return desk.ask(
        "reading when it was read",
        () ->
            session.rows(
                "SELECT app.connection_id(_connection), dataset, epoch_us(max(read_at)) FROM app.checkpoints WHERE read_at IS NOT NULL GROUP BY ALL ORDER BY ALL",
                row ->
                    new LastRead(row.getString(1), row.getString(2), Sql.instant(row.getLong(3)))));
  }

  /** The connections it knows. */
  public List<ConnectionRow> connections() {
    return registry.all();
  }

  /** Grows with everything that is committed; two answers of one version are the same. */
  public long version() {
    return pulse.version();
  }

  /**
   * Calls the listener after each commit, on the thread that committed, until what is returned is
   * closed. It must be quick and must not ask the store.
   */
  public AutoCloseable listen(Runnable listener) {
    return pulse.listen(listener);
  }

  /** What the program itself remembers in this store. */
  public Documents documents() {
    return new Documents() {
      @Override
      public Optional<String> get(String kind, String id) {
        return desk.ask("reading a " + kind, () -> new DocumentTable(session).get(kind, id));
      }

      @Override
      public Map<String, String> all(String kind) {
        return desk.ask("reading each " + kind, () -> new DocumentTable(session).all(kind));
      }

      @Override
      public void put(String kind, String id, String body) {
        write("keeping a " + kind, () -> new DocumentTable(session).put(kind, id, body));
      }

      @Override
      public boolean remove(String kind, String id) {
        return write("forgetting a " + kind, () -> new DocumentTable(session).remove(kind, id));
      }
    };
  }

  /**
   * Runs a user's SQL: exactly one statement that reads, which sees one moment of the store and
   * nothing else of the machine.
   *
   * @param sink takes the answer on a thread of the store while the caller waits
   * @throws QueryRefused when the statement is of another kind, is wrong, or takes too long
   */
  public void query(String sql, QueryLimits limits, ResultSink sink) {
    queries.run(sql, limits, sink);
  }

  /**
   * For what the program itself asks, never for what a user wrote: quicker, because nothing is
   * checked and sessions stay open. What the sink throws passes through. Lives as long as the
   * store; need not be closed.
   */
  public Answers reads() {
    return reads;
  }

  /**
   * Answers that all see this moment, for what takes long: a thread and a session of its own, so
   * that nobody waits for it. To be closed, and before the store is.
   */
  public Answers moment() {
    Reads own = new Reads(database, trouble, 1);
    Answers snapshot = own.snapshot();
    return new Answers() {
      @Override
      public void query(String sql, ResultSink sink) {
        snapshot.query(sql, sink);
      }

      @Override
      public void close() {
        snapshot.close();
        own.close();
      }
    };
  }

  /** Names this store, and no other; made when it is first asked for. */
  public String id() {
    return write(
        "naming the store",
        () -> {
          DocumentTable documents = new DocumentTable(session);
          Optional<String> known = documents.get("store", "id");
          if (known.isPresent()) {
            return known.get();
          }
          String fresh = UUID.randomUUID().toString();
          documents.put("store", "id", fresh);
          return fresh;
        });
  }

  /** Like {@link #query}, but the answer becomes a Parquet file, which is replaced. */
  public void exportParquet(String sql, QueryLimits limits, Path file) {
    queries.export(sql, limits, file);
  }

  /** Everything committed is on the disk afterwards; waits for what is being done. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    queries.close();
    reads.close();
    open.forEach(StoreLoad::close);
    lanes.forEach(Lane::close);
    group.close();
    last();
    desk.ask(
        "closing it",
        () -> {
          session.close();
          database.close();
          return true;
        });
    desk.close();
    checkStillThere();
  }

  /** A file removed while it is open is written to its end, and is gone with the process. */
  private void checkStillThere() {
    if (!Files.exists(trouble.file())) {
      throw trouble.because(
          "closing it",
          "the file was removed while it was open, and what was kept in it is lost",
          "Run the same command again; it collects anew.");
    }
  }

  /** What was not worth a commit of its own; where it cannot be kept it is read once more. */
  private void last() {
    try {
      note(List.of());
    } catch (Failure _) {
      // Nothing is lost but a little time.
    }
  }

  private int numbered(String connection) {
    return registry
        .number(connection)
        .orElseGet(
            () -> write("adding a connection", () -> registry.numbered(session, connection)));
  }

  private <T> T write(String tried, Lane.Work<T> work) {
    return desk.ask(
        tried,
        () -> {
          claims.writer().lock();
          try {
            return work.run();
          } finally {
            claims.writer().unlock();
          }
        });
  }
}
