package dev.outlay.telemetry;

import static dev.outlay.metric.Metric.gauge;
import static dev.outlay.metric.Metric.info;

import dev.outlay.metric.Metric;
import dev.outlay.metric.MetricFamilies;
import dev.outlay.metric.MetricFamily;
import dev.outlay.metric.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * The process and its file.
 *
 * @param version the program's
 * @param since when it started
 * @param store the file
 */
public record ProcessMetrics(String version, Instant since, Path store) implements MetricFamilies {
  private static final Metric BUILD = info("outlay_build", "The program.", "version");
  private static final Metric START =
      gauge("process_start_time_seconds", "seconds", "When the process started.");
  private static final Metric HEAP =
      gauge("outlay_heap_used_bytes", "bytes", "Memory that is used on the heap.")
          .caution("The engine of the store has memory of its own, which is not in it.");
  private static final Metric SIZE =
      gauge("outlay_store_size_bytes", "bytes", "Size of the store's file with its log.");

  @Override
  public List<Metric> metrics() {
    return List.of(BUILD, START, HEAP, SIZE);
  }

  @Override
  public List<MetricFamily> families(Instant at) {
    Runtime runtime = Runtime.getRuntime();
    return List.of(
        new MetricFamily(BUILD, List.of(Sample.of(1, version))),
        new MetricFamily(START, List.of(Sample.of(since))),
        new MetricFamily(HEAP, List.of(Sample.of(runtime.totalMemory() - runtime.freeMemory()))),
        new MetricFamily(SIZE, size()));
  }

  /** A log that vanished while it was looked at has been written into the file. */
  private List<Sample> size() {
    try {
      Path log = store.resolveSibling(store.getFileName() + ".wal");
      return List.of(Sample.of(Files.size(store) + (Files.exists(log) ? Files.size(log) : 0)));
    } catch (IOException _) {
      return List.of();
    }
  }
}
