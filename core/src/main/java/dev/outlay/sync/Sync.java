package dev.outlay.sync;

import dev.outlay.dataset.Dataset;
import dev.outlay.destination.Checkpoints;
import dev.outlay.destination.Destination;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Reads everything that is due of one connection into a destination: datasets side by side, each
 * one's spans newest first. A dataset that fails stops and hides no other. Repeating a run writes
 * nothing that did not change; a run that ended anywhere is healed by the next.
 *
 * @param connection whose rows come
 * @param collect what is due, and how to read it
 * @param destination where rows and checkpoints go
 * @param checkpoints how far each series is known there
 * @param log the record of runs
 * @param events told everything that happens, from many threads, in order within a dataset
 * @param nanos elapsed time from an arbitrary beginning: how long a run took is no question of
 *     clocks
 */
public record Sync(
    Connection connection,
    Collect collect,
    Destination destination,
    Checkpoints checkpoints,
    SyncLog log,
    Consumer<SyncEvent> events,
    LongSupplier nanos) {
  /**
   * Runs once. When the thread is interrupted what was committed stays, the rest is left for the
   * next run, and the datasets that were cut short are reported as interrupted.
   *
   * @param now the time of the run (UTC)
   */
  public SyncReport run(Instant now) {
    List<Dataset> wanted = wanted();
    prepare();
    try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<DatasetReport>> runs =
          wanted.stream().map(dataset -> each.submit(() -> run(dataset, now))).toList();
      return new SyncReport(connection.name(), runs.stream().map(run -> await(run, each)).toList());
    }
  }

  /** Makes the tables ready: all of them, so that no question depends on what was wanted. */
  public void prepare() {
    destination.prepare(
        collect.source().datasets().stream().flatMap(each -> each.tables().stream()).toList());
  }

  /** Runs one dataset once, where the tables are ready; the same as {@link #run(Instant)}. */
  public DatasetReport run(Dataset dataset, Instant now) {
    return run(dataset, now, Part.ALL, () -> false);
  }

  /**
   * Runs a part of one dataset once.
   *
   * @param enough asked before each step but the first; what is left is for the next run
   */
  public DatasetReport run(Dataset dataset, Instant now, Part part, BooleanSupplier enough) {
    long begun = nanos.getAsLong();
    long id = log.began(connection.id(), dataset.name(), now);
    events.accept(new SyncEvent.Began(connection.name(), dataset.name()));
    DatasetReport report = new DatasetRun(this, dataset, now, part, enough).report();
    log.ended(id, report, now.plusNanos(nanos.getAsLong() - begun).truncatedTo(ChronoUnit.MICROS));
    events.accept(new SyncEvent.Ended(connection.name(), dataset.name(), report));
    return report;
  }

  private List<Dataset> wanted() {
    return collect.source().datasets().stream().filter(collect.selection()::wants).toList();
  }

  /** Waits to the end even when interrupted: interruption is passed on, and answered quickly. */
  private static DatasetReport await(Future<DatasetReport> run, ExecutorService all) {
    while (true) {
      try {
        return run.get();
      } catch (InterruptedException e) {
        all.shutdownNow();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
      }
    }
  }
}
