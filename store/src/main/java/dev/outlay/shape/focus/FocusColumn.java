package dev.outlay.shape.focus;

import dev.outlay.table.Column;
import dev.outlay.table.Type;
import org.jspecify.annotations.Nullable;

/**
 * One column of the data set and how it is filled.
 *
 * @param column its name, type and meaning
 * @param value a cell of it
 */
record FocusColumn(Column column, Value value) {
  static final String ROW_ID = "x_RowId";

  /** Makes a cell of a line of the bill. */
  interface Value {
    @Nullable Object of(Priced line);
  }

  static FocusColumn text(String name, String meaning, Value value) {
    return new FocusColumn(new Column(name, Type.Plain.TEXT, name.equals(ROW_ID), meaning), value);
  }

  static FocusColumn fixed(String name, String meaning, String always) {
    return text(name, meaning, _ -> always);
  }

  static FocusColumn empty(String name, String meaning) {
    return text(name, meaning, _ -> null);
  }

  static FocusColumn typed(String name, Type type, String meaning, Value value) {
    return new FocusColumn(new Column(name, type, false, meaning), value);
  }

  String name() {
    return column.name();
  }
}
