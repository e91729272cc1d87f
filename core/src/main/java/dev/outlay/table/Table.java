package dev.outlay.table;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A named list of columns. Every stored row also carries its connection, which is not a column
 * here: a load is for one connection.
 *
 * @param name snake_case
 * @param meaning one sentence for people
 * @param columns in the order of the cells of a row
 * @param twins what two rows of one answer with the same key mean
 */
public record Table(String name, String meaning, List<Column> columns, Twins twins) {
  /** What two rows of one answer that agree in every key column mean. */
  public enum Twins {
    /** Equal in all columns they are two rows; different in a value the answer is unreadable. */
    EQUAL_ONLY,
    /** They are two rows, told apart by their place among their twins in the order of values. */
    NUMBERED
  }

  public Table {
    columns = List.copyOf(columns);
    if (columns.stream().map(Column::name).distinct().count() < columns.size()) {
      throw new IllegalArgumentException("two columns of one name in " + name);
    }
  }

  /** The position of the column of that name; IllegalArgumentException when there is none. */
  public int indexOf(String column) {
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).name().equals(column))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " has no column " + column));
  }

  /** The columns that make the identity of a row, in order. */
  public List<Column> key() {
    return columns.stream().filter(Column::key).toList();
  }
}
