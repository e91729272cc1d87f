package dev.outlay.testkit.ask;

import dev.outlay.table.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One made-up row of a UTC day.
 *
 * @param connection its id, which is its name too
 * @param table of which it is a row
 * @param cells by the names of their columns; what is absent is null
 */
record Entry(String connection, Table table, LocalDate day, Map<String, Object> cells) {
  Entry {
    cells = Map.copyOf(cells);
  }

  @Nullable String text(String column) {
    return (String) cells.get(column);
  }

  /** Exact, of whole numbers and decimals. */
  Optional<BigDecimal> number(String column) {
    return Optional.ofNullable(cells.get(column)).map(cell -> new BigDecimal(cell.toString()));
  }

  /** The value of a dimension, as its id. */
  @Nullable String is(String dimension) {
    return switch (dimension) {
      case "connection" -> connection;
      case "weekday" -> String.valueOf(day.getDayOfWeek().getValue());
      case "workspace" -> text("workspace_id");
      case "terminal" -> text("terminal_type");
      case "person" -> Optional.ofNullable(text("actor")).filter(a -> a.contains("@")).orElse(null);
      case "model_family" -> Optional.ofNullable(text("model")).map(Use::family).orElse(null);
      default -> text(dimension);
    };
  }

  boolean isOneOf(String dimension, String... values) {
    String value = is(dimension);
    return value != null && java.util.List.of(values).contains(value);
  }
}
