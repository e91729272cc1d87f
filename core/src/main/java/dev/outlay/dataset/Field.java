package dev.outlay.dataset;

import dev.outlay.table.Column;
import dev.outlay.table.Type;

/** A column and where its cells come from. */
public record Field(Column column, From from) {
  /** A column that is part of the identity of a row. */
  public static Field key(String name, Type type, From from, String meaning) {
    return new Field(new Column(name, type, true, meaning), from);
  }

  public static Field value(String name, Type type, From from, String meaning) {
    return new Field(new Column(name, type, false, meaning), from);
  }

  /** A column that says when or how the row came; a difference in it is none. */
  public static Field remark(String name, Type type, From from, String meaning) {
    return new Field(new Column(name, type, Column.Role.REMARK, meaning), from);
  }
}
