package dev.outlay.dashboard;

import dev.outlay.schedule.ConnectionState;
import dev.outlay.schedule.DatasetState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How far a widget can be believed to be of now. */
public enum Freshness {
  /** Everything behind it was read when it was time. */
  FRESH,
  /** Something behind it should have been read long ago. */
  STALE,
  /** Something behind it is being read. */
  SYNCING,
  /** Something behind it cannot be read. */
  FAILING,
  /** Nothing behind it was read yet. */
  UNSYNCED;

  /**
   * That of the datasets, over all connections that collect them; the worst is told first.
   *
   * @param datasets by name
   */
  public static Freshness of(List<ConnectionState> connections, Set<String> datasets, Instant now) {
    List<DatasetState> behind =
        connections.stream()
            .flatMap(each -> each.datasets().stream())
            .filter(each -> datasets.contains(each.dataset()) && each.entitled())
            .toList();
    if (behind.stream().anyMatch(each -> each.failure().isPresent())) {
      return FAILING;
    }
    if (behind.stream().anyMatch(DatasetState::running)) {
      return SYNCING;
    }
    return atRest(behind, now);
  }

  private static Freshness atRest(List<DatasetState> behind, Instant now) {
    if (behind.stream().allMatch(each -> each.lastGood().isEmpty())) {
      return UNSYNCED;
    }
    return behind.stream().anyMatch(each -> each.late(now)) ? STALE : FRESH;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
