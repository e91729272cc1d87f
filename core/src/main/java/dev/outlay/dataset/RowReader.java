package dev.outlay.dataset;

import dev.outlay.table.Type.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns the items of one answer into rows. What comes from the question is the same in all rows,
 * what comes from the object round the items is read once for each of those. One thread at a time.
 */
public final class RowReader {
  private final @Nullable Object[] same;
  private final List<Place> outer = new ArrayList<>();
  private final List<Place> item = new ArrayList<>();
  private @Nullable Node current;

  /** A column and what reads it. */
  private record Place(int index, Function<Node, @Nullable Object> reader) {}

  RowReader(List<Field> fields, Map<String, String> asked) {
    this.same = new Object[fields.size()];
    for (int i = 0; i < same.length; i++) {
      place(i, fields.get(i), asked);
    }
  }

  /** The rows of these fields alone, for tables filled from parts of items. */
  public static RowReader of(List<Field> fields) {
    return new RowReader(fields, Map.of());
  }

  /**
   * The cells of a row.
   *
   * @param around the object round the item; complete as far as the fields need it
   * @throws Misfit when a column does not find what it needs
   */
  public @Nullable Object[] cells(Node around, Node node) {
    if (around != current) {
      fill(same, outer, around);
      current = around;
    }
    @Nullable Object[] cells = same.clone();
    fill(cells, item, node);
    return cells;
  }

  private static void fill(@Nullable Object[] cells, List<Place> places, Node node) {
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      cells[place.index()] = place.reader().apply(node);
    }
  }

  private void place(int index, Field field, Map<String, String> asked) {
    switch (field.from()) {
      case From.Item(var spellings, var required) ->
          item.add(new Place(index, new CellReader(field.column(), spellings, required)::read));
      case From.Outer(var spellings, var required) ->
          outer.add(new Place(index, new CellReader(field.column(), spellings, required)::read));
      case From.Worked(var work, _) -> item.add(new Place(index, work));
      case From.Asked(var name) -> same[index] = given(field, asked.get(name));
    }
  }

  private static @Nullable Object given(Field field, @Nullable String text) {
    return field.column().type() == Plain.BOOLEAN
        ? (Object) Boolean.valueOf(text)
        : Cells.cell(field.column().type(), text, field.column().name());
  }
}
