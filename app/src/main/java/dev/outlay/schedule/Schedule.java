package dev.outlay.schedule;

import dev.outlay.connection.ConnectionRefused;
import dev.outlay.connection.ConnectionRefused.Why;
import dev.outlay.connection.Linked;
import dev.outlay.dataset.Dataset;
import dev.outlay.dataset.catalogue.Datasets;
import dev.outlay.store.Store.LastRead;
import dev.outlay.sync.Part;
import dev.outlay.sync.SyncEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Collects every connection when it is time, until it is closed. A dataset of a connection is run
 * by one thread at a time; what was missed is made up once; what fails is tried again ever less
 * often. Safe for use by many threads.
 */
public final class Schedule implements AutoCloseable {
  private static final int MOST_RUNS = 512;

  /**
   * So many of these may be reading history. A few more than may ask at the same time: who waits in
   * that line cannot begin what is due.
   */
  private static final int MOST_RECALLS = 16;

  /** After so many steps of history another job has its turn. */
  private static final int RECALLED_AT_ONCE = 32;

  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final Duration NOTES = Duration.ofSeconds(5);
  private static final Duration STUCK = Duration.ofSeconds(30);
  private static final Duration LONGEST_NAP = Duration.ofSeconds(1);
  private static final Duration SHORTEST_NAP = Duration.ofMillis(20);

  /** To look what is due costs something for each job: with many it is done less often. */
  private static final Duration LOOK_EACH = Duration.ofNanos(15_000);

  /** With many connections the first runs after a start are spread, a moment for each of them. */
  private static final Duration SPREAD_EACH = Duration.ofSeconds(1);

  private final Parts parts;
  private final Timetable timetable = new Timetable();
  private final Board board;
  private final GroupedLog log;
  private final Crew crew = new Crew();
  private final Map<String, Door> doors = new ConcurrentHashMap<>();
  private final Map<String, Instant> lastFull = new ConcurrentHashMap<>();
  private final List<Consumer<ScheduleEvent>> listeners = new CopyOnWriteArrayList<>();
  private final Semaphore wake = new Semaphore(0);
  private final AtomicInteger recalls = new AtomicInteger();
  private volatile boolean closed;
  private long notedAt;
  private volatile long lookedAt;
  private volatile Optional<Thread> loop = Optional.empty();

  private Schedule(Parts parts) {
    this.parts = parts;
    this.board = new Board(parts.rhythms());
    this.log = new GroupedLog(parts.store());
    this.notedAt = parts.ticker().nanos();
    this.lookedAt = notedAt;
  }

  /** One that does nothing but what {@link #tick} does, until it is told to begin. */
  public static Schedule still(Parts parts) {
    Schedule schedule = new Schedule(parts);
    parts.store().prepare(Datasets.ALL.stream().flatMap(each -> each.tables().stream()).toList());
    schedule.refresh(schedule.lastReads(), SPREAD_EACH);
    parts.connections().listen(() -> schedule.refresh(Map.of(), Duration.ZERO));
    return schedule;
  }

  /** Begins to work, on a thread of its own. */
  public static Schedule start(Parts parts) {
    Schedule schedule = still(parts);
    schedule.begin();
    return schedule;
  }

  /** Begins, where it did not yet. */
  public synchronized void begin() {
    if (loop.isEmpty()) {
      loop = Optional.of(Thread.ofPlatform().daemon().name("outlay-schedule").start(this::work));
    }
  }

  /** Whether it looks what is due, as it should every second. */
  public boolean isWorking() {
    return !closed
        && loop.filter(Thread::isAlive).isPresent()
        && parts.ticker().nanos() - lookedAt < STUCK.toNanos();
  }

  /** How it stands with every connection. */
  public List<ConnectionState> states() {
    return parts.connections().all().stream().map(this::state).toList();
  }

  /** How it stands with that one. */
  public ConnectionState state(Linked linked) {
    Optional<Door> door = Optional.ofNullable(doors.get(linked.ref()));
    List<DatasetState> datasets =
        wanted(linked)
            .map(dataset -> new Job(linked.ref(), dataset))
            .map(job -> board.of(job).next(timetable.next(job)))
            .toList();
    return ConnectionState.of(
        linked, door.flatMap(Door::failure), datasets, parts.clock().instant());
  }

  /** How often that dataset is expected to be read. */
  public Duration expected(String dataset) {
    return parts.rhythms().expected(dataset);
  }

  /**
   * Everything of that connection is read as soon as it may be, whatever failed before.
   *
   * @throws ConnectionRefused where it is paused or unknown
   */
  public void syncNow(String address) {
    Linked linked = parts.connections().named(address);
    if (linked.paused()) {
      throw new ConnectionRefused(
          Why.INVALID, linked.name() + " is paused: resume it, and it is read at once.");
    }
    atOnce(linked.ref());
  }

  /** Tells the listener what happens; it must be quick. */
  public AutoCloseable listen(Consumer<ScheduleEvent> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Stops all runs; what was committed stays, the rest is for the next start. */
  @Override
  public void close() {
    closed = true;
    loop.ifPresent(Thread::interrupt);
    crew.stopAll(PATIENCE);
    log.flush();
    parts.connections().keyring().line().close();
  }

  /** Begins what is due, and writes down what was done. */
  void tick() {
    Instant now = parts.clock().instant();
    lookedAt = parts.ticker().nanos();
    timetable.take(now, MOST_RUNS - crew.size()).forEach(due -> begin(due, now));
    recall(now);
    if (parts.ticker().nanos() - notedAt >= NOTES.toNanos()) {
      log.flush();
      notedAt = parts.ticker().nanos();
    }
  }

  /** Waits until what was begun has ended, its history too, and writes it down. */
  void rest() {
    do {
      crew.rest(Duration.ofMinutes(1));
      recall(parts.clock().instant());
    } while (crew.size() > 0);
    log.flush();
  }

  private void work() {
    try {
      while (!closed) {
        tick();
        Thread.sleep(SHORTEST_NAP.plus(LOOK_EACH.multipliedBy(timetable.size())));
        wake.tryAcquire(nap().toMillis(), TimeUnit.MILLISECONDS);
        wake.drainPermits();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration nap() {
    Instant now = parts.clock().instant();
    Duration wait =
        timetable
            .next()
            .filter(next -> next.isBefore(now.plus(LONGEST_NAP)))
            .map(next -> Duration.between(now, next))
            .orElse(LONGEST_NAP);
    return wait.isNegative() ? Duration.ZERO : wait;
  }

  /** What is old is read only while nothing newer waits. */
  private void recall(Instant now) {
    int most = Math.min(MOST_RECALLS - recalls.get(), MOST_RUNS - crew.size());
    timetable.recall(now, most).forEach(job -> recall(job, now));
  }

  private void recall(Job job, Instant now) {
    Door door = doors.get(job.connection());
    if (door == null || closed) {
      timetable.end(job, new Outcome.Interrupted(), now);
      return;
    }
    recalls.incrementAndGet();
    board.resumed(job, now);
    tell(new ScheduleEvent.Recalled(door.address(), job.dataset(), now));
    crew.begin(job, () -> recall(door, job));
  }

  private void recall(Door door, Job job) {
    AtomicInteger kept = new AtomicInteger();
    BooleanSupplier enough =
        () -> kept.get() >= RECALLED_AT_ONCE || timetable.isDue(job, parts.clock().instant());
    Outcome outcome = new Outcome.Interrupted();
    try {
      outcome =
          new Run(parts, door, job, true, Part.HISTORY, enough, log)
              .go(event -> {
                follow(door, job, event);
                kept.addAndGet(event instanceof SyncEvent.Kept ? 1 : 0);
              });
    } finally {
      recalls.decrementAndGet();
      end(door, job, outcome);
    }
  }

  private void begin(Timetable.Due due, Instant now) {
    Job job = due.job();
    Door door = doors.get(job.connection());
    if (door == null || closed) {
      timetable.end(job, new Outcome.Interrupted(), now);
      return;
    }
    board.begun(job, now);
    tell(new ScheduleEvent.Started(door.address(), job.dataset(), due.since(), now));
    crew.begin(job, () -> run(door, job, now));
  }

  private void run(Door door, Job job, Instant now) {
    boolean full = isFull(job, now);
    Outcome outcome = new Outcome.Interrupted();
    try {
      outcome =
          new Run(parts, door, job, full, Part.NEWEST, () -> false, log)
              .go(event -> follow(door, job, event));
      if (full && outcome instanceof Outcome.Good) {
        lastFull.put(job.connection(), now);
      }
    } finally {
      end(door, job, outcome);
    }
  }

  private void end(Door door, Job job, Outcome outcome) {
    Instant now = parts.clock().instant();
    board.ended(job, outcome, now);
    timetable.end(job, outcome, board.of(job).left(), now);
    board
        .of(job)
        .status()
        .ifPresent(status -> tell(new ScheduleEvent.Ended(door.address(), job.dataset(), status)));
    wake.release();
  }

  private boolean isFull(Job job, Instant now) {
    return Optional.ofNullable(lastFull.get(job.connection()))
        .filter(at -> at.plus(parts.rhythms().otherCuts()).isAfter(now))
        .isEmpty();
  }

  private void follow(Door door, Job job, SyncEvent event) {
    switch (event) {
      case SyncEvent.Planned planned -> progressed(door, board.planned(job, planned.steps()));
      case SyncEvent.Kept _ -> progressed(door, board.kept(job));
      case SyncEvent.Began _, SyncEvent.Read _, SyncEvent.Failed _, SyncEvent.Unknown _ -> {}
      case SyncEvent.Ended(_, var dataset, var report) ->
          tell(new ScheduleEvent.Reported(door.address(), dataset, report));
    }
  }

  private void progressed(Door door, DatasetState state) {
    tell(
        new ScheduleEvent.Progressed(door.address(), state.dataset(), state.done(), state.total()));
  }

  private void tell(ScheduleEvent event) {
    listeners.forEach(listener -> listener.accept(event));
  }

  private void atOnce(String ref) {
    Optional.ofNullable(doors.get(ref)).ifPresent(Door::knock);
    timetable.atOnce(ref, parts.clock().instant());
    wake.release();
  }

  /** Follows what was changed of the connections; what must stop has stopped afterwards. */
  private synchronized void refresh(Map<Job, Instant> lastReads, Duration spreadEach) {
    List<Linked> all = parts.connections().all();
    Map<String, Linked> wanted = all.stream().collect(Collectors.toMap(Linked::ref, each -> each));
    doors.keySet().stream().filter(ref -> !wanted.containsKey(ref)).forEach(this::forget);
    Duration spread = spreadEach.multipliedBy(Math.max(0, all.size() - 1));
    all.forEach(linked -> follow(linked, lastReads, spread));
    wake.release();
  }

  private void follow(Linked linked, Map<Job, Instant> lastReads, Duration spread) {
    Door door = doors.get(linked.ref());
    if (door == null) {
      add(linked, lastReads, spread);
    } else if (!door.linked().stamp().equals(linked.stamp())) {
      crew.stop(linked.ref(), PATIENCE);
      doors.put(linked.ref(), new Door(parts, linked));
      atOnce(linked.ref());
    }
    hold(linked);
  }

  private void hold(Linked linked) {
    Instant now = parts.clock().instant();
    if (linked.paused()) {
      timetable.hold(linked.ref(), Instant.MAX);
      crew.stop(linked.ref(), PATIENCE);
    } else {
      timetable.release(linked.ref(), now);
    }
  }

  private void add(Linked linked, Map<Job, Instant> lastReads, Duration within) {
    doors.put(linked.ref(), new Door(parts, linked));
    wanted(linked)
        .map(dataset -> new Job(linked.ref(), dataset))
        .forEach(job -> {
          Optional<Instant> last = Optional.ofNullable(lastReads.get(job));
          board.add(job, last);
          timetable.add(
              job, parts.rhythms().of(job.dataset()), last, parts.clock().instant(), within);
        });
  }

  private void forget(String ref) {
    timetable.drop(timetable.jobs().stream().filter(job -> job.connection().equals(ref)).toList());
    doors.remove(ref);
    crew.stop(ref, PATIENCE);
    board.drop(ref);
    lastFull.remove(ref);
  }

  private static Stream<String> wanted(Linked linked) {
    return Datasets.ALL.stream().filter(linked.selection()::wants).map(Dataset::name);
  }

  private Map<Job, Instant> lastReads() {
    Map<String, String> refs = new HashMap<>();
    parts.connections().all().forEach(each -> each.id().ifPresent(id -> refs.put(id, each.ref())));
    Map<Job, Instant> reads = new HashMap<>();
    for (LastRead read : parts.store().lastReads()) {
      Optional.ofNullable(refs.get(read.connection()))
          .ifPresent(ref -> reads.put(new Job(ref, read.dataset()), read.at()));
    }
    return reads;
  }
}
