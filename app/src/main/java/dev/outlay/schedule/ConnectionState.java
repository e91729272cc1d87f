package dev.outlay.schedule;

import dev.outlay.connection.Linked;
import dev.outlay.failure.Failure;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How it stands with one connection.
 *
 * @param linked the connection as it is set up
 * @param health in one word
 * @param error what is wrong, where something is: of the connection, or else of its first dataset
 * @param datasets in the order they are listed
 */
public record ConnectionState(
    Linked linked, Health health, Optional<Failure> error, List<DatasetState> datasets) {
  /** What is being read: the steps of all datasets that run, and the first of these. */
  public record Progress(int done, int total, String dataset) {}

  static ConnectionState of(
      Linked linked, Optional<Failure> shut, List<DatasetState> datasets, Instant now) {
    Optional<Failure> error =
        shut.or(() ->
            datasets.stream()
                .filter(DatasetState::entitled)
                .flatMap(each -> each.failure().stream())
                .findFirst());
    return new ConnectionState(linked, health(linked, error, datasets, now), error, datasets);
  }

  /** When anything was last read as it should be. */
  public Optional<Instant> lastSync() {
    return times(datasets.stream().map(DatasetState::lastGood)).max(Comparator.naturalOrder());
  }

  /** When anything is read next. */
  public Optional<Instant> nextSync() {
    return times(datasets.stream().map(DatasetState::nextRun)).min(Comparator.naturalOrder());
  }

  public Optional<Progress> progress() {
    List<DatasetState> running = datasets.stream().filter(DatasetState::running).toList();
    return running.stream()
        .findFirst()
        .map(first ->
            new Progress(
                running.stream().mapToInt(DatasetState::done).sum(),
                running.stream().mapToInt(DatasetState::total).sum(),
                first.dataset()));
  }

  private static Health health(
      Linked linked, Optional<Failure> error, List<DatasetState> datasets, Instant now) {
    if (linked.paused()) {
      return Health.PAUSED;
    }
    if (error.isPresent()) {
      return Health.FAILING;
    }
    return well(datasets, now);
  }

  private static Health well(List<DatasetState> datasets, Instant now) {
    if (datasets.stream().anyMatch(DatasetState::running)) {
      return Health.SYNCING;
    }
    if (datasets.stream().allMatch(each -> each.lastGood().isEmpty())) {
      return Health.NEW;
    }
    return datasets.stream().anyMatch(each -> each.late(now)) ? Health.LATE : Health.HEALTHY;
  }

  private static Stream<Instant> times(Stream<Optional<Instant>> times) {
    return times.flatMap(Optional::stream);
  }
}
