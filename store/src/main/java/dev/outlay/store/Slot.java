package dev.outlay.store;

import dev.outlay.table.Column;
import dev.outlay.table.Type;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** How one column of the file is filled from the cells of a row. */
interface Slot {
  void fill(DuckDBAppender to, @Nullable Object[] cells) throws SQLException;

  /** One for each column of the file, in its order. */
  static List<Slot> of(Kept kept, int connection, Instant now, long sequence) {
    long micros = Sql.micros(now);
    return kept.columns().stream()
        .map(name ->
            switch (name) {
              case Kept.CONNECTION -> (Slot) (to, _) -> to.append((short) connection);
              case Kept.ORDINAL -> (Slot) (to, _) -> to.append(0);
              case Kept.KNOWN_FROM -> (Slot) (to, _) -> to.appendEpochMicros(micros);
              case Kept.LOAD_SEQ -> (Slot) (to, _) -> to.append(sequence);
              case Kept.KNOWN_TO -> empty();
              default -> named(kept, name);
            })
        .toList();
  }

  private static Slot empty() {
    return (to, _) -> to.appendNull();
  }

  private static Slot named(Kept kept, String name) {
    List<Column> columns = kept.table().columns();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equalsIgnoreCase(name)) {
        return cell(i, columns.get(i));
      }
    }
    return empty();
  }

  private static Slot cell(int index, Column column) {
    Filler filler = filler(column);
    return (to, cells) -> {
      Object value = cells[index];
      if (value == null) {
        to.appendNull();
      } else {
        filler.append(to, value);
      }
    };
  }

  /** Appends a cell that is not null. */
  interface Filler {
    void append(DuckDBAppender to, Object value) throws SQLException;
  }

  private static Filler filler(Column column) {
    return switch (column.type()) {
      case Type.Plain plain ->
          switch (plain) {
            case TEXT, JSON -> (to, value) -> to.append((String) value);
            case INTEGER -> (to, value) -> to.append(((Long) value).longValue());
            case BOOLEAN -> (to, value) -> to.append(((Boolean) value).booleanValue());
            case INSTANT -> (to, value) -> to.appendEpochMicros(Sql.micros((Instant) value));
            case DATE ->
                (to, value) ->
                    to.appendEpochDays(Math.toIntExact(((LocalDate) value).toEpochDay()));
          };
      case Type.Decimal decimal -> (to, value) -> decimal(to, (BigDecimal) value, column, decimal);
    };
  }

  /** More digits than the column has are a mistake of the reader: nothing is rounded here. */
  private static void decimal(DuckDBAppender to, BigDecimal value, Column column, Type.Decimal type)
      throws SQLException {
    BigDecimal scaled;
    try {
      scaled = value.setScale(type.scale());
    } catch (ArithmeticException _) {
      throw new Misfit(column.name() + " has more than " + type.scale() + " decimals: " + value);
    }
    to.append(scaled);
  }
}
