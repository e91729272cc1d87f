package dev.outlay.store;

import dev.outlay.table.Checkpoint;
import dev.outlay.table.Series;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How far each series is known, as far as anybody asked: with many connections reading it from the
 * file each time would be most of the work. What was read and had nothing new is only here until it
 * is written with others; after a crash it is read once more. Safe for use by many threads.
 */
final class KnownCheckpoints {
  /** A series of a connection, by its number. */
  record Place(int connection, Series series) {}

  private final Map<Place, Checkpoint> known = new HashMap<>();
  private volatile boolean read;
  private final Map<Place, Checkpoint> unwritten = new LinkedHashMap<>();

  /**
   * How far it is known.
   *
   * @param file all that the file says, asked once
   */
  Checkpoint of(int connection, Series series, Supplier<Map<Place, Checkpoint>> file) {
    if (!read) {
      remember(file.get());
    }
    return here(new Place(connection, series));
  }

  private synchronized Checkpoint here(Place place) {
    return known.getOrDefault(place, Checkpoint.START);
  }

  /** What was written meanwhile is newer. */
  private synchronized void remember(Map<Place, Checkpoint> file) {
    if (!read) {
      file.forEach(known::putIfAbsent);
      read = true;
    }
  }

  /** It was written together with rows. */
  synchronized void written(int connection, Series series, Checkpoint checkpoint) {
    Place place = new Place(connection, series);
    known.put(place, checkpoint);
    unwritten.remove(place);
  }

  /** It is to be written some time. */
  synchronized void unwritten(int connection, Series series, Checkpoint checkpoint) {
    Place place = new Place(connection, series);
    known.put(place, checkpoint);
    unwritten.put(place, checkpoint);
  }

  synchronized boolean hasUnwritten() {
    return !unwritten.isEmpty();
  }

  /** What is to be written, as it is now. */
  synchronized Map<Place, Checkpoint> unwritten() {
    return new LinkedHashMap<>(unwritten);
  }

  /** They were written; what came since stays to be. */
  synchronized void written(Map<Place, Checkpoint> checkpoints) {
    checkpoints.forEach(unwritten::remove);
  }

  synchronized void forget(int connection) {
    known.keySet().removeIf(place -> place.connection == connection);
    unwritten.keySet().removeIf(place -> place.connection == connection);
  }
}
