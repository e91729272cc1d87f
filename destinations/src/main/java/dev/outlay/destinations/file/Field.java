package dev.outlay.destinations.file;

import dev.outlay.table.Column;
import dev.outlay.table.Table;
import java.util.List;

/**
 * One column as the files have it.
 *
 * @param type as DuckDB writes it: {@code VARCHAR}, {@code BIGINT}, {@code DECIMAL(38,18)}
 */
public record Field(String name, String type) {
  static List<Field> of(Table table) {
    return table.columns().stream().map(Field::of).toList();
  }

  static Field of(Column column) {
    return new Field(column.name(), Engine.type(column.type()));
  }

  boolean isDecimal() {
    return type.startsWith("DECIMAL");
  }

  boolean isTime() {
    return type.equals(Engine.INSTANT) || type.equals(Engine.DATE);
  }

  /** The name as SQL writes it. */
  public String quoted() {
    return Engine.name(name);
  }
}
