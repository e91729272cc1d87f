package dev.outlay.metric;

import dev.outlay.failure.Failure;
import dev.outlay.store.Answers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of a store: all of one moment, and the same until something is committed or an hour
 * is over. Whoever asks does not wait for new ones while the last are no older than two minutes:
 * these are told, and new ones are made meanwhile, at most twice a minute, for they cost about a
 * second of work.
 */
public final class StoreFamilies implements MetricFamilies {
  private static final long PATIENCE = Duration.ofMinutes(2).toNanos();
  private static final long REST = Duration.ofSeconds(30).toNanos();

  /**
   * What was told last.
   *
   * @param made when, in elapsed time
   */
  private record Told(long version, Instant hour, long made, List<MetricFamily> families) {}

  private final Answers answers;
  private final LongSupplier version;
  private final List<Entry> entries;
  private final HighWater highWater;
  private final Executor meanwhile;
  private final LongSupplier nanos;
  private final ReentrantLock making = new ReentrantLock();
  private final AtomicBoolean renewing = new AtomicBoolean();
  private volatile @Nullable Told told;

  /**
   * Metrics of a store.
   *
   * @param answers of the store
   * @param version of the store: grows with every commit
   * @param entries what is told
   * @param highWater keeps counters from falling; the only one over that store
   * @param meanwhile where new ones are made while the last are told
   * @param nanos elapsed time
   */
  public StoreFamilies(
      Answers answers,
      LongSupplier version,
      List<Entry> entries,
      HighWater highWater,
      Executor meanwhile,
      LongSupplier nanos) {
    this.answers = answers;
    this.version = version;
    this.entries = List.copyOf(entries);
    this.highWater = highWater;
    this.meanwhile = meanwhile;
    this.nanos = nanos;
  }

  @Override
  public List<Metric> metrics() {
    return entries.stream().map(Entry::metric).toList();
  }

  @Override
  public List<MetricFamily> families(Instant at) {
    return still(at).or(() -> almost(at)).orElseGet(() -> made(at));
  }

  @Override
  public List<MetricFamily> fresh(Instant at) {
    return made(at);
  }

  /** What was told last, where it still holds. */
  private Optional<List<MetricFamily>> still(Instant at) {
    return Optional.ofNullable(told)
        .filter(last -> last.version == version.getAsLong() && last.hour.equals(hour(at)))
        .map(Told::families);
  }

  /** What was told last, where it is good enough until there is better. */
  private Optional<List<MetricFamily>> almost(Instant at) {
    Optional<Told> last = Optional.ofNullable(told).filter(each -> age(each) < PATIENCE);
    if (last.filter(each -> age(each) >= REST).isPresent() && !renewing.getAndSet(true)) {
      meanwhile.execute(() -> renew(at));
    }
    return last.map(Told::families);
  }

  private long age(Told last) {
    return nanos.getAsLong() - last.made;
  }

  /** What cannot be read now is read again when somebody asks next. */
  private void renew(Instant at) {
    try {
      made(at);
    } catch (Failure _) {
      told = null;
    } finally {
      renewing.set(false);
    }
  }

  private List<MetricFamily> made(Instant at) {
    making.lock();
    try {
      return still(at).orElseGet(() -> anew(at));
    } finally {
      making.unlock();
    }
  }

  private List<MetricFamily> anew(Instant at) {
    long before = version.getAsLong();
    List<MetricFamily> families = read(at);
    told = new Told(before, hour(at), nanos.getAsLong(), families);
    return families;
  }

  private List<MetricFamily> read(Instant at) {
    try (Answers snapshot = answers.snapshot()) {
      Moment moment = new Moment(snapshot, at);
      return entries.stream()
          .map(entry -> entry.at(moment))
          .map(family -> guarded(family, moment))
          .toList();
    }
  }

  private MetricFamily guarded(MetricFamily family, Moment moment) {
    return family.metric().type() == MetricType.COUNTER
        ? highWater.over(family, moment.organisations())
        : family;
  }

  private static Instant hour(Instant at) {
    return at.truncatedTo(ChronoUnit.HOURS);
  }
}
