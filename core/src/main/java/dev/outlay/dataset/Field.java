package dev.outlay.dataset;

import dev.outlay.table.Column;
import dev.outlay.table.Type;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A column and where its cells come from. */
public record Field(Column column, From from) {
  /** A column that is part of the identity of a row. */
  public static Field key(String name, Type type, From from, String meaning) {
    return new Field(new Column(name, type, true, meaning), from);
  }

  public static Field value(String name, Type type, From from, String meaning) {
    return new Field(new Column(name, type, false, meaning), from);
  }

  /** The cell of this column; {@link Misfit} when the answer does not hold one. */
  public @Nullable Object cell(Node outer, Node item, Map<String, String> asked) {
    return switch (from) {
      case From.Item(var spellings, var required) -> read(item, spellings, required);
      case From.Outer(var spellings, var required) -> read(outer, spellings, required);
      case From.Asked(var name) -> given(asked.get(name));
      case From.Worked(var work) -> work.apply(item);
    };
  }

  private @Nullable Object read(Node node, List<List<String>> spellings, boolean required) {
    for (List<String> path : spellings) {
      Object value = node.at(path);
      if (value != null) {
        return Cells.cell(column.type(), value, String.join(".", path));
      }
    }
    if (required) {
      throw new Misfit(String.join(".", spellings.getFirst()), "missing, and it is needed");
    }
    return null;
  }

  private @Nullable Object given(@Nullable String text) {
    return column.type() == Type.Plain.BOOLEAN
        ? Boolean.valueOf(text)
        : Cells.cell(column.type(), text, column.name());
  }
}
