package dev.outlay.ask;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Something by which measures can be broken down or filtered.
 *
 * @param name by which it is asked for
 * @param title for people
 * @param meaning in one sentence
 * @param unnamed what a null in it means; null is a group too
 * @param columns by dataset; where there is none, the dataset lacks it
 * @param naming how values come to their names
 */
public record Dimension(
    String name,
    String title,
    String meaning,
    String unnamed,
    Map<Data, String> columns,
    Naming naming) {
  public Dimension {
    columns = columns.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(columns));
  }

  /** Its column in the dataset. */
  public Optional<String> column(Data data) {
    return Optional.ofNullable(columns.get(data));
  }

  /** Whether figures of the dataset can be broken down by it. */
  public boolean isIn(Data data) {
    return columns.containsKey(data);
  }
}
