package dev.outlay.destinations.sql;

import dev.outlay.destination.CheckpointJson;
import dev.outlay.destination.Progress;
import dev.outlay.table.Checkpoint;
import dev.outlay.table.Series;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Checkpoints as they stood at one moment; a text is understood when it is asked for. */
public final class CheckpointTexts implements Progress {
  private final Map<String, Map<String, String>> bodies = new HashMap<>();

  /**
   * One of them, before any is asked for.
   *
   * @param series as {@link SeriesName} has it
   * @param body as {@link CheckpointJson} writes it
   */
  public void add(String connection, String series, String body) {
    bodies.computeIfAbsent(connection, _ -> new HashMap<>()).put(series, body);
  }

  @Override
  public Checkpoint of(String connection, Series series) {
    String body = bodies.getOrDefault(connection, Map.of()).get(SeriesName.of(series));
    return body == null ? Checkpoint.START : CheckpointJson.of(body);
  }

  @Override
  public Set<String> connections() {
    return Set.copyOf(bodies.keySet());
  }
}
