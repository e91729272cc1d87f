package dev.outlay.destinations.file;

import dev.outlay.table.Column;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** How one staged column is filled from the cells of a row. */
interface Slot {
  void fill(DuckDBAppender to, @Nullable Object[] cells) throws SQLException;

  /** Appends a cell that is not null. */
  interface Filler {
    void append(DuckDBAppender to, Object value) throws SQLException;
  }

  static Slot of(Table table, Column column) {
    return at(table.indexOf(column.name()), filler(column));
  }

  /** The UTC day of the row; null where the table has no days. */
  static Slot day(Table table, Optional<Field> day) {
    return day.map(field -> at(table.indexOf(field.name()), Slot::day))
        .orElse((to, _) -> to.appendNull());
  }

  private static Slot at(int index, Filler filler) {
    return (to, cells) -> {
      Object value = cells[index];
      if (value == null) {
        to.appendNull();
      } else {
        filler.append(to, value);
      }
    };
  }

  private static Filler filler(Column column) {
    return switch (column.type()) {
      case Type.Plain plain ->
          switch (plain) {
            case TEXT, JSON -> (to, value) -> to.append(((String) value).replace('\0', '\uFFFD'));
            case INTEGER -> (to, value) -> to.append(((Long) value).longValue());
            case BOOLEAN -> (to, value) -> to.append(((Boolean) value).booleanValue());
            case INSTANT -> (to, value) -> to.appendEpochMicros(micros((Instant) value));
            case DATE -> Slot::day;
          };
      case Type.Decimal decimal ->
          (to, value) -> to.append(scaled((BigDecimal) value, column, decimal));
    };
  }

  private static void day(DuckDBAppender to, Object value) throws SQLException {
    LocalDate day =
        value instanceof Instant at ? LocalDate.ofInstant(at, ZoneOffset.UTC) : (LocalDate) value;
    to.appendEpochDays(Math.toIntExact(day.toEpochDay()));
  }

  private static long micros(Instant at) {
    return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1000);
  }

  /** Nothing is rounded: more decimals than the column has are refused. */
  private static BigDecimal scaled(BigDecimal value, Column column, Type.Decimal type)
      throws SQLException {
    try {
      return value.setScale(type.scale());
    } catch (ArithmeticException e) {
      throw new SQLException(column.name() + " has more decimals than " + type.scale(), e);
    }
  }
}
