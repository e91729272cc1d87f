package dev.outlay.cli.progress;

import dev.outlay.sync.SyncEvent;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How far every dataset of one run is. One thread at a time. */
final class Board {
  private final Map<String, Track> tracks = new LinkedHashMap<>();
  private final Map<String, Integer> planned = new HashMap<>();

  /**
   * @param steps by dataset, what is expected, in the order to be shown
   */
  Board(Map<String, Integer> steps) {
    steps.forEach((dataset, number) -> tracks.put(dataset, Track.waiting(dataset, number)));
  }

  /** Takes note of an event that came at that time of the run. */
  Track note(SyncEvent event, Duration at) {
    if (event instanceof SyncEvent.Planned plan) {
      planned.merge(plan.dataset(), plan.steps(), Integer::sum);
    }
    Track before = tracks.getOrDefault(event.dataset(), Track.waiting(event.dataset(), 0));
    Track after = before.after(event, at, planned.getOrDefault(event.dataset(), 0));
    tracks.put(event.dataset(), after);
    return after;
  }

  Collection<Track> tracks() {
    return List.copyOf(tracks.values());
  }
}
