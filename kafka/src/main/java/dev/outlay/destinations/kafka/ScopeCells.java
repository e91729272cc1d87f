package dev.outlay.destinations.kafka;

import dev.outlay.table.Scope;
import dev.outlay.table.Span;
import dev.outlay.table.Table;
import dev.outlay.table.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The cells that scopes ask for, each as one number: microseconds for times and days, and for
 * anything else its place in a list of the texts that were seen.
 */
final class ScopeCells {
  private static final long NULL = Long.MIN_VALUE;
  private static final long A_DAY = 86_400_000_000L;

  private final Table table;
  private final Settings.Form form;
  private final List<String> columns;
  private final Payload payload;
  private final Map<String, Long> texts = new HashMap<>();

  ScopeCells(Table table, Settings.Form form, List<String> columns) {
    this.table = table;
    this.form = form;
    this.columns = columns;
    this.payload = new Payload(columns);
  }

  List<String> columns() {
    return columns;
  }

  /** The numbers of a record. */
  long[] of(byte[] value) {
    long[] cells = new long[columns.size()];
    Arrays.fill(cells, NULL);
    payload.read(value, (text, column) -> cells[column] = number(column, text));
    return cells;
  }

  private long number(int column, String text) {
    try {
      return isTime(column)
          ? time(text)
          : texts.computeIfAbsent(text, _ -> (long) texts.size() + 1);
    } catch (DateTimeException | NumberFormatException _) {
      return NULL;
    }
  }

  private boolean isTime(int column) {
    Type type = type(column);
    return type == Type.Plain.INSTANT || type == Type.Plain.DATE;
  }

  private Type type(int column) {
    return table.columns().get(table.indexOf(columns.get(column))).type();
  }

  private static long time(String text) {
    if (text.indexOf('T') > 0) {
      return micros(Instant.parse(text));
    }
    boolean written = text.length() == 10 && text.charAt(4) == '-';
    return (written ? LocalDate.parse(text).toEpochDay() : Long.parseLong(text)) * A_DAY;
  }

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  /** Whether the row at that place is in the scope. */
  boolean meets(Scope scope, RowIndex rows, int place) {
    return scope.conditions().stream()
        .allMatch(each -> meets(each, rows.cell(place, columns.indexOf(each.column()))));
  }

  private boolean meets(Scope.Condition condition, long cell) {
    if (cell == NULL) {
      return false;
    }
    return switch (condition) {
      case Scope.Equal equal -> cell == wanted(equal);
      case Scope.Among among -> among.values().stream().anyMatch(each -> cell == seen(each));
      case Scope.Except except -> except.values().stream().noneMatch(each -> cell == seen(each));
      case Scope.During during -> isDuring(during.span(), cell);
    };
  }

  private static boolean isDuring(Span span, long cell) {
    return cell >= micros(span.start()) && cell < micros(span.end());
  }

  private long wanted(Scope.Equal equal) {
    return switch (equal.value()) {
      case Instant at -> micros(at);
      case LocalDate day -> day.toEpochDay() * A_DAY;
      default -> seen(RowJson.text(type(columns.indexOf(equal.column())), form, equal.value()));
    };
  }

  private long seen(String text) {
    return texts.getOrDefault(text, 0L);
  }
}
