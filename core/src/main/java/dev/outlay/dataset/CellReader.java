package dev.outlay.dataset;

import dev.outlay.table.Column;
import dev.outlay.table.Type.Plain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one column from nodes of the same kind, again and again: it remembers where it found the
 * field last, for the order rarely changes within an answer. One thread at a time.
 */
final class CellReader {
  private final Column column;
  private final boolean required;
  private final String[][] paths;
  private final String[] texts;
  private final int[][] places;

  CellReader(Column column, List<List<String>> spellings, boolean required) {
    this.column = column;
    this.required = required;
    this.paths =
        spellings.stream().map(path -> path.toArray(String[]::new)).toArray(String[][]::new);
    this.texts = spellings.stream().map(path -> String.join(".", path)).toArray(String[]::new);
    this.places = spellings.stream().map(path -> new int[path.size()]).toArray(int[][]::new);
  }

  @Nullable Object read(Node node) {
    for (int i = 0; i < paths.length; i++) {
      Object value = at(node, paths[i], places[i]);
      if (value != null) {
        return isCell(value) ? value : Cells.cell(column.type(), value, texts[i]);
      }
    }
    if (required) {
      throw new Misfit(texts[0], "missing, and it is needed");
    }
    return null;
  }

  /** Most values are cells already. */
  private boolean isCell(Object value) {
    return (column.type() == Plain.TEXT && value instanceof String)
        || (column.type() == Plain.INTEGER && value instanceof Long);
  }

  private static @Nullable Object at(Node node, String[] path, int[] places) {
    @Nullable Object value = node;
    for (int i = 0; i < path.length; i++) {
      if (!(value instanceof Node here)) {
        return null;
      }
      int place = here.indexOf(path[i], places[i]);
      if (place < 0) {
        return null;
      }
      places[i] = place;
      value = here.value(place);
    }
    return value;
  }
}
